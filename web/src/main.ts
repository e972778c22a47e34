import { mount } from 'svelte';
import './style/tokens.css';
import './style/base.css';
import { session } from './account/session.svelte';
import { address } from './address/address.svelte';
import App from './App.svelte';
import { followImages } from './photo/fallback';
import { followPhotos } from './photo/presence';

followPhotos();
followImages();
address.start();
void session.start();
mount(App, { target: document.getElementById('app')! });
