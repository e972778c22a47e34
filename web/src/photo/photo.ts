import { request } from '../api/request';
import type { Filled, Photo, Schemas } from '../api/types';
import { t } from '../locale';

/** What its owner can say about a photo. */
export type PhotoDetails = Filled<Schemas['EditPhotoRequest'], 'caption' | 'topic' | 'tags' | 'audience'>;

/** What an edit says of it. */
export type PhotoEdit = Filled<PhotoDetails, 'alt'>;

const path = (id: string) => `/api/photos/${encodeURIComponent(id)}`;

export const getPhoto = (id: string) => request<Photo>(path(id));
export const editPhoto = (id: string, details: PhotoEdit) =>
  request<Photo>(path(id), { method: 'PATCH', json: details });
export const deletePhoto = (id: string) => request(path(id), { method: 'DELETE' });

export const ratioOf = (photo: Photo) => photo.width / photo.height;

/** What a screen reader says for the picture. */
export const altText = (photo: Photo) =>
  photo.alt ||
  photo.caption ||
  (photo.topic ? t.photo.byIn(photo.username, photo.topic) : t.photo.by(photo.username));
