import { withQuery } from '../api/link';
import { everyPage, request } from '../api/request';
import type { Schemas } from '../api/types';

/** A link of mine, with which people see photos without an account. */
export type Share = Schemas['Share'];
export type ShareEdit = Schemas['EditShareRequest'];
export type Download = Share['download'];
/** What a new link shows. */
export type Shown = { photo_ids: string[] } | { album_id: string };

const path = (id: string) => `/api/shares/${encodeURIComponent(id)}`;

export const getShares = () => everyPage<Share>('/api/shares?limit=100');
/** Comments and likes are on, there is neither a password nor an end, and downloads tell nothing private. */
export const createShare = (shown: Shown) =>
  request<Share>('/api/shares', {
    method: 'POST',
    json: shown satisfies Schemas['CreateShareRequest'],
  });
export const editShare = (id: string, edit: ShareEdit) =>
  request<Share>(path(id), { method: 'PATCH', json: edit });
export const endShare = (id: string) => request(path(id), { method: 'DELETE' });

export const isOpen = ({ expires_at }: Share, now = Date.now()) => expires_at === null || expires_at > now;
export const addressOf = (share: Share) => location.origin + share.url;

/** The newest open link to an album of mine, if there is one. */
export async function linkOfAlbum(albumId: string): Promise<Share | undefined> {
  return (await getShares()).find((share) => share.album_id === albumId && isOpen(share));
}

/** My open links that show a photo, by itself or with others, newest first. */
async function linksTo(photoId: string): Promise<Share[]> {
  const links = await everyPage<Share>(withQuery('/api/shares', { photo_id: photoId, limit: 100 }));
  return links.filter((share) => isOpen(share));
}

export const hasOpenLink = async (photoId: string) => (await linksTo(photoId)).length > 0;

async function linkOfPhoto(photoId: string): Promise<Share | undefined> {
  return (await linksTo(photoId)).find((share) => share.album_id === null && share.count === 1);
}

/** The newest open link that shows this and nothing else; none is looked for if several photos were chosen. */
export async function findShare(shown: Shown): Promise<Share | undefined> {
  if ('album_id' in shown) return linkOfAlbum(shown.album_id);
  const [only, ...others] = shown.photo_ids;
  return only && !others.length ? linkOfPhoto(only) : undefined;
}
