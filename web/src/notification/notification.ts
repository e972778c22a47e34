import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { t } from '../locale';

export type Notification = Schemas['Notification'];

/** Without those of a newer server for which this page has no words. */
export const getNotifications = async () =>
  (await request<Notification[]>('/api/notifications?limit=30')).filter(({ kind }) => kind in t.notification);
export const getUnread = () => request<Schemas['UnreadNotifications']>('/api/notifications/unread');
export const markAllRead = () => request('/api/notifications/read', { method: 'POST' });

/** For example "ann, bob and 12 others liked your photo". */
export function sentence({ kind, actors, count, reaction }: Notification): string {
  const names = actors
    .slice(0, 2)
    .map(({ username, guest }) => (guest ? t.notification.guest(username) : username));
  const people = t.notification.people(names, count - names.length);
  if (kind === 'photo_liked') return t.notification.photo_liked(people, reaction);
  return t.notification[kind](people);
}
