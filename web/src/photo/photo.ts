import { request } from '../api/request';
import type { Filled, Photo, Schemas } from '../api/types';
import { t } from '../locale';

/** The details of a photo that its owner can edit. */
export type PhotoDetails = Filled<Schemas['EditPhotoRequest'], 'caption' | 'topic' | 'tags' | 'audience'>;

/** The fields that an edit sets. */
export type PhotoEdit = Filled<PhotoDetails, 'alt'>;

const path = (id: string) => `/api/photos/${encodeURIComponent(id)}`;

export const getPhoto = (id: string) => request<Photo>(path(id));
export const editPhoto = (id: string, details: PhotoEdit) =>
  request<Photo>(path(id), { method: 'PATCH', json: details });
export const deletePhoto = (id: string) => request(path(id), { method: 'DELETE' });

/** The address of a zip with these photos. */
export const zipPath = (ids: string[]) =>
  `/api/photos/download?photo_ids=${ids.map(encodeURIComponent).join(',')}`;

export const ratioOf = (photo: Photo) => photo.width / photo.height;

/** The text of a photo for screen readers. */
export const altText = (photo: Photo) =>
  photo.alt ||
  photo.caption ||
  (photo.topic ? t.photo.byIn(photo.username, photo.topic) : t.photo.by(photo.username));
