import { errorText } from '../api/problem';
import { request } from '../api/request';
import type { Photo, Schemas } from '../api/types';
import { toasts } from '../ui/toasts.svelte';

export type Liker = Schemas['Liker'];

const path = (id: string) => `/api/photos/${encodeURIComponent(id)}`;

export const getLikers = (id: string) => request<Liker[]>(`${path(id)}/likes?limit=20`);
/** Tells the server; guests have another address. */
export type Send = (id: string, liked: boolean) => Promise<Schemas['Likes']>;

const like: Send = (id, liked) =>
  request<Schemas['Likes']>(`${path(id)}/like`, { method: liked ? 'PUT' : 'DELETE' });

/** The wanted state of photos whose request is under way: the last one counts. */
const wishes = new Map<string, boolean>();

/** Shows the like at once, and reverts it if the request fails. */
export async function setLiked(photo: Photo, liked: boolean, send: Send = like): Promise<void> {
  if (photo.liked === liked) return;
  const id = photo.photo_id;
  const before = { liked: photo.liked, likes: photo.likes };
  photo.liked = liked;
  photo.likes += liked ? 1 : -1;
  const isBusy = wishes.has(id);
  wishes.set(id, liked);
  if (isBusy) return;
  try {
    Object.assign(photo, await settled(id, send));
  } catch (error) {
    Object.assign(photo, before);
    toasts.show(errorText(error));
  } finally {
    wishes.delete(id);
  }
}

/** Sends one request after the other until the server has the last wanted state. */
async function settled(id: string, send: Send) {
  for (;;) {
    const wish = wishes.get(id)!;
    const answer = await send(id, wish);
    if (wishes.get(id) === wish) return answer;
  }
}
