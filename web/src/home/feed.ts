import { request } from '../api/request';
import type { Schemas } from '../api/types';

/** The time of the newest photo that I have seen in Home, on any device. */
export const getSeen = () => request<Schemas['FeedSeen']>('/api/feed/seen');
export const markSeen = (photoId: string) =>
  request('/api/feed/seen', {
    method: 'PUT',
    json: { photo_id: photoId } satisfies Schemas['MarkFeedSeenRequest'],
  });
