import { request } from '../api/request';
import { t } from '../locale';

export interface Notification {
  id: number;
  kind: 'friend_request' | 'friend_accepted' | 'photo_liked' | 'photo_commented' | 'mention' | 'new_device';
  actors: { id: number; username: string }[];
  count: number;
  photo_id: string | null;
  thumbnail_url: string | null;
  text: string;
  created_at: number;
  read: boolean;
}

export const getNotifications = () => request<Notification[]>('/api/notifications?limit=30');
export const getUnread = () => request<{ unread: number }>('/api/notifications/unread');
export const markAllRead = () => request('/api/notifications/read', { method: 'POST' });

/** "ann, bob and 12 others liked your photo" */
export function sentence({ kind, actors, count }: Notification): string {
  const names = actors.slice(0, 2).map((actor) => actor.username);
  return t.notification[kind](t.notification.people(names, count - names.length));
}
