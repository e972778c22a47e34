import { mount } from 'svelte';
import '../style/tokens.css';
import '../style/base.css';
import { session } from '../session/session.svelte';
import { router } from '../router/router.svelte';
import App from './App.svelte';
import { followImages } from '../photo/imageFallback';
import { followPhotos } from '../photo/photoSync';

followPhotos();
followImages();
router.start();
void session.start();
mount(App, { target: document.getElementById('app')! });
