import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { sendTo, type Send } from '../like/like';

/** What a link shows and allows. */
export type SharedLink = Schemas['SharedLink'];
export type SharedPhoto = Schemas['SharedPhoto'];
export type SharedComment = Schemas['SharedComment'];

/** The API behind one link; it needs no account. */
export class SharedLinkApi {
  readonly path: string;

  constructor(token: string) {
    this.path = `/api/s/${encodeURIComponent(token)}`;
  }

  get photos(): string {
    return `${this.path}/photos?limit=60`;
  }

  get zip(): string {
    return `${this.path}/download`;
  }

  read = () => request<SharedLink>(this.path);

  unlock = (password: string) =>
    request(`${this.path}/password`, {
      method: 'POST',
      json: { password } satisfies Schemas['LinkPasswordRequest'],
    });

  readPhoto = (id: string) => request<SharedPhoto>(this.photo(id));

  like: Send = (id, reaction) => sendTo(this.photo(id), reaction);

  comments = (photoId: string) => `${this.photo(photoId)}/comments`;

  /** Retries with the same `client_id` create only one comment. */
  addComment = (photoId: string, comment: Schemas['AddSharedCommentRequest']) =>
    request<SharedComment>(this.comments(photoId), { method: 'POST', json: comment });

  deleteComment = (photoId: string, id: string) =>
    request(`${this.comments(photoId)}/${encodeURIComponent(id)}`, { method: 'DELETE', keepalive: true });

  private photo(id: string): string {
    return `${this.path}/photos/${encodeURIComponent(id)}`;
  }
}
