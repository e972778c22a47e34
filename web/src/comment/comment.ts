import { page, request } from '../api/request';

export interface Comment {
  comment_id: string;
  photo_id: string;
  user_id: number;
  username: string;
  user_picture_url: string | null;
  text: string;
  created_at: number;
  /** Sent again after it was deleted: no words are left. */
  deleted?: boolean;
}

export const MAX_COMMENT_LENGTH = 2_000;

const path = (photoId: string) => `/api/photos/${encodeURIComponent(photoId)}/comments`;

export const firstPage = (photoId: string) => path(photoId);
export const getComments = (address: string) => page<Comment>(address);
/** However often it is tried with the same `client_id`, the server keeps one. */
export const addComment = (photoId: string, text: string, clientId: string) =>
  request<Comment>(path(photoId), { method: 'POST', json: { text, client_id: clientId } });
export const deleteComment = (comment: Comment) =>
  request(`${path(comment.photo_id)}/${encodeURIComponent(comment.comment_id)}`, {
    method: 'DELETE',
    keepalive: true,
  });
