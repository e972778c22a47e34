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

/** Whether there is an open link of mine that shows a photo, by itself or with its album. */
export async function hasOpenLink(photoId: string): Promise<boolean> {
  const links = await everyPage<Share>(withQuery('/api/shares', { photo_id: photoId, limit: 100 }));
  return links.some((share) => isOpen(share));
}

/** An album keeps its link; photos that were chosen get a new one. */
export async function getOrCreateShare(shown: Shown): Promise<Share> {
  const known = 'album_id' in shown ? await linkOfAlbum(shown.album_id) : undefined;
  return known ?? createShare(shown);
}
