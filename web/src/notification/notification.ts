import { request } from '../api/request';

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

const deeds: Record<Notification['kind'], string> = {
  friend_request: 'would like to be your friend',
  friend_accepted: 'accepted your request',
  photo_liked: 'liked your photo',
  photo_commented: 'commented on your photo',
  mention: 'mentioned you',
  new_device: '',
};

/** "ann, bob and 12 others liked your photo" */
export function sentence(notification: Notification): string {
  if (notification.kind === 'new_device')
    return 'Somebody logged in as you on a new device. If it was not you, change your password.';
  return `${people(notification)} ${deeds[notification.kind]}`;
}

function people({ actors, count }: Notification): string {
  const names = actors.slice(0, 2).map((actor) => actor.username);
  const others = count - names.length;
  if (others > 0) return `${names.join(', ')} and ${others} ${others === 1 ? 'other' : 'others'}`;
  return names.join(' and ');
}
