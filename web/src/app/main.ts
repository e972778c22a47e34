import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import '../style/display.css';
import App from './App.svelte';
import { start } from './start';

start();
mount(App, { target: document.getElementById('app')! });
