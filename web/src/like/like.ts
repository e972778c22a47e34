import { errorText } from '../api/problem';
import { request } from '../api/request';
import type { Photo, Schemas } from '../api/types';
import { toasts } from '../ui/toasts.svelte';
import { HEART, recounted, type Reaction } from './reactions';

export type Liker = Schemas['Liker'];

const path = (id: string) => `/api/photos/${encodeURIComponent(id)}`;

export const getLikers = (id: string) => request<Liker[]>(`${path(id)}/likes?limit=20`);
/** Tells the server how I react, null for not any more; guests have another address. */
export type Send = (id: string, reaction: Reaction | null) => Promise<Schemas['Likes']>;

/** @param address of a photo */
export const sendTo = (address: string, reaction: Reaction | null) =>
  reaction
    ? request<Schemas['Likes']>(`${address}/like`, {
        method: 'PUT',
        json: { reaction } satisfies Schemas['LikePhotoRequest'],
      })
    : request<Schemas['Likes']>(`${address}/like`, { method: 'DELETE' });

const like: Send = (id, reaction) => sendTo(path(id), reaction);

/** The wanted reaction to photos whose request is under way: the last one counts. */
const wishes = new Map<string, Reaction | null>();

/** Likes with a heart, or takes back whatever reaction there is. */
export const toggleLike = (photo: Photo, send?: Send) => react(photo, photo.liked ? null : HEART, send);

/** Shows the reaction at once, and reverts it if the request fails. */
export async function react(photo: Photo, reaction: Reaction | null, send: Send = like): Promise<void> {
  if (photo.reaction === reaction) return;
  const id = photo.photo_id;
  const before = likesOf(photo);
  Object.assign(photo, {
    likes: photo.likes + Number(reaction !== null) - Number(photo.liked),
    liked: reaction !== null,
    reaction,
    reactions: recounted(photo.reactions, photo.reaction, reaction),
  } satisfies Schemas['Likes']);
  const isBusy = wishes.has(id);
  wishes.set(id, reaction);
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

const likesOf = ({ likes, liked, reaction, reactions }: Photo): Schemas['Likes'] => ({
  likes,
  liked,
  reaction,
  reactions,
});

/** Sends one request after the other until the server has the last wanted state. */
async function settled(id: string, send: Send) {
  for (;;) {
    const wish = wishes.get(id)!;
    const answer = await send(id, wish);
    if (wishes.get(id) === wish) return answer;
  }
}
