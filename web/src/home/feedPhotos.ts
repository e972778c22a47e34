import { photoLists, type PhotoList } from '../photo/photoList.svelte';

/** The photos that Home shows: mine and those of friends, and nobody else's are told to have arrived. */
export const feedPhotos = (pageKey: string): PhotoList =>
  photoLists.of(pageKey, '/api/photos?scope=home&limit=30', () => true);
