import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { session } from '../session/session.svelte';
import { address } from '../router/router.svelte';
import App from './App.svelte';
import { followImages } from '../photo/imageFallback';
import { followPhotos } from '../photo/photoSync';

followPhotos();
followImages();
address.start();
void session.start();
mount(App, { target: document.getElementById('app')! });
