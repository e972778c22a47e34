import { page, request } from '../api/request';
import type { Comment, Schemas } from '../api/types';

export const MAX_COMMENT_LENGTH = 2_000;

const path = (photoId: string) => `/api/photos/${encodeURIComponent(photoId)}/comments`;

export const firstPage = (photoId: string) => path(photoId);
export const getComments = (address: string) => page<Comment>(address);
/** Retries with the same `client_id` create only one comment. */
export const addComment = (photoId: string, comment: Schemas['AddCommentRequest']) =>
  request<Comment>(path(photoId), { method: 'POST', json: comment });
export const deleteComment = (comment: Comment) =>
  request(`${path(comment.photo_id)}/${encodeURIComponent(comment.comment_id)}`, {
    method: 'DELETE',
    keepalive: true,
  });
