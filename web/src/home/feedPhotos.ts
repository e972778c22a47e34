import { photoLists, type PhotoList } from '../photo/photoList.svelte';
import { session } from '../session/session.svelte';

/** The photos that Home shows. */
export const feedPhotos = (pageKey: string): PhotoList =>
  photoLists.of(pageKey, '/api/photos?scope=home&limit=30', (photo) => session.isMe(photo.user_id));
