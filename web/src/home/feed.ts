import { request } from '../api/request';

/** Up to when I have seen Home, on whichever device. */
export const getSeen = () => request<{ seen_until: number }>('/api/feed/seen');
export const markSeen = (photoId: string) =>
  request('/api/feed/seen', { method: 'PUT', json: { photo_id: photoId } });
