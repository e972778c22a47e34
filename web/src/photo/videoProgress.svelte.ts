import { SvelteMap } from 'svelte/reactivity';

/** How far the playable files of videos are made, from 0 to 1, by the photo's id. */
export const videoProgress = new SvelteMap<string, number>();
