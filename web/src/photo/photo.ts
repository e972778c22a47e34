import { request } from '../api/request';
import type { Comment } from '../comment/comment';

export type Audience = 'public' | 'friends' | 'private';

export interface Photo {
  photo_id: string;
  user_id: number;
  username: string;
  user_picture_url: string | null;
  topic: string;
  caption: string;
  tags: string[];
  audience: Audience;
  likes: number;
  liked: boolean;
  comment_count: number;
  latest_comment: Omit<Comment, 'photo_id' | 'user_picture_url'> | null;
  created_at: number;
  width: number;
  height: number;
  placeholder: string;
  /** Part of the picture is missing from its file. */
  damaged: boolean;
  /** Its original moves. */
  animated: boolean;
  format: string;
  bytes: number;
  thumbnail_url: string;
  small_url: string;
  large_url: string;
  image_url: string;
  srcset: string;
}

export interface Liker {
  id: number;
  username: string;
}

/** What its owner can say about a photo. */
export interface PhotoDetails {
  caption: string;
  topic: string;
  tags: string[];
  audience: Audience;
}

const path = (id: string) => `/api/photos/${encodeURIComponent(id)}`;

export const getPhoto = (id: string) => request<Photo>(path(id));
export const editPhoto = (id: string, words: PhotoDetails) =>
  request<Photo>(path(id), { method: 'PATCH', json: words });
export const deletePhoto = (id: string) => request(path(id), { method: 'DELETE' });
export const getLikers = (id: string) => request<Liker[]>(`${path(id)}/likes?limit=20`);
export const like = (id: string, liked: boolean) =>
  request<{ likes: number; liked: boolean }>(`${path(id)}/like`, { method: liked ? 'PUT' : 'DELETE' });

export const ratioOf = (photo: Photo) => photo.width / photo.height;

/** What a screen reader says for the picture. */
export const altText = (photo: Photo) =>
  photo.caption || `Photo by ${photo.username}${photo.topic && ` in ${photo.topic}`}`;
