import { withQuery } from '../api/link';
import { everyPage, request } from '../api/request';
import type { Filled, Schemas } from '../api/types';
import { session } from '../session/session.svelte';

export type Album = Schemas['Album'];
export type AlbumAudience = Album['audience'];

/** What an album is called, who sees it, and who adds photos. */
export type AlbumDraft = Filled<
  Schemas['CreateAlbumRequest'],
  'title' | 'description' | 'audience' | 'contribute'
>;

type AlbumEdit = Partial<AlbumDraft> & { cover?: string | null };

export const ALBUM_ORDERS = ['album', 'taken', 'created'] as const;
export type AlbumOrder = (typeof ALBUM_ORDERS)[number];

const path = (id: string, part = '') => `/api/albums/${encodeURIComponent(id)}${part}`;
const photosOf = (id: string) => path(id, '/photos');
const memberOf = (id: string, userId: number) => path(id, `/members/${userId}`);

/** The albums of a person; without one, mine and those that I am a member of. */
export const getAlbums = (userId?: number, viewAs?: string) =>
  everyPage<Album>(withQuery('/api/albums', { user_id: userId, view_as: viewAs || undefined, limit: 200 }));
export const getAlbum = (id: string) => request<Album>(path(id));
export const createAlbum = (draft: AlbumDraft) =>
  request<Album>('/api/albums', { method: 'POST', json: draft });
export const editAlbum = (id: string, edit: AlbumEdit) =>
  request<Album>(path(id), { method: 'PATCH', json: edit });
export const deleteAlbum = (id: string) => request(path(id), { method: 'DELETE' });

/** Adds photos, or moves those that are there, before another one or to the end; 500 at most. */
export const putPhotos = (id: string, photoIds: string[], before?: string) =>
  request<Album>(photosOf(id), { method: 'PUT', json: { photo_ids: photoIds, before } });
export const removePhotos = (id: string, photoIds: string[]) =>
  request(photosOf(id), { method: 'DELETE', json: { photo_ids: photoIds }, keepalive: true });

export const addMember = (id: string, userId: number) =>
  request<Album>(memberOf(id, userId), { method: 'PUT' });
export const removeMember = (id: string, userId: number) =>
  request(memberOf(id, userId), { method: 'DELETE' });

/** The list of an album's photos; all orders of an album begin alike. */
export const albumPhotosUrl = (id: string, order?: AlbumOrder) =>
  withQuery('/api/photos', { album: id, order, limit: order && 60 });

export const isMine = (album: Album) => session.isMe(album.user_id);
export const isMember = (album: Album) => album.members.some((member) => session.isMe(member.user_id));
export const mayAdd = (album: Album) => isMine(album) || (album.contribute === 'members' && isMember(album));
