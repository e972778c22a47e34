import { wordsOf } from '../api/problem';
import { toasts } from '../parts/toasts.svelte';
import { like, type Photo } from './photo';

/** Shows the like at once, and takes it back if the server did not get it. */
export async function setLiked(photo: Photo, liked: boolean): Promise<void> {
  if (photo.liked === liked) return;
  const before = { liked: photo.liked, likes: photo.likes };
  photo.liked = liked;
  photo.likes += liked ? 1 : -1;
  try {
    Object.assign(photo, await like(photo.photo_id, liked));
  } catch (error) {
    Object.assign(photo, before);
    toasts.say(wordsOf(error));
  }
}
