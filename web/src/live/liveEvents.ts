import type { Comment, Message, Photo } from '../api/types';

/** The data of each event, by its type. */
export interface LiveEvents {
  message: Message;
  message_deleted: { message_id: string };
  message_read: { user_id: number; message_id: string; timestamp: number };
  typing: { user_id: number };
  friend_request: { id: number; requester_username: string };
  /** A request was declined or withdrawn. */
  friend_request_removed: { id: number };
  friend_accepted: { user_id: number; username: string };
  photo_posted: { photo_id: string; user_id: number };
  photo_liked: Pick<Photo, 'photo_id' | 'likes' | 'user_id' | 'username'>;
  photo_commented: { photo_id: string; comment_count: number; comment: Comment };
  comment_removed: { photo_id: string; comment_id: string; comment_count: number };
  photo_removed: { photo_id?: string; user_id?: number; audience?: 'friends' | 'all' };
  notification: { unread: number };
  /** The server has accepted the connection, and does not know yet which photo is open here. */
  hello: { last_id: number };
  /** Too many events were missed: every list must be reloaded. */
  reset: { last_id: number };
}
