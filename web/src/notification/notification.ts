import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { t } from '../locale';

export type Notification = Schemas['Notification'];

export const getNotifications = () => request<Notification[]>('/api/notifications?limit=30');
export const getUnread = () => request<Schemas['UnreadNotifications']>('/api/notifications/unread');
export const markAllRead = () => request('/api/notifications/read', { method: 'POST' });

/** For example "ann, bob and 12 others liked your photo". */
export function sentence({ kind, actors, count }: Notification): string {
  const names = actors.slice(0, 2).map((actor) => actor.username);
  return t.notification[kind](t.notification.people(names, count - names.length));
}
