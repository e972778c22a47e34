import { withQuery } from '../api/link';
import { request } from '../api/request';

export interface Topic {
  topic: string;
  count: number;
  cover_url: string;
}

export const getTopics = (prefix = '') => request<Topic[]>(withQuery('/api/topics', { q: prefix }));

/** Topics are the same without regard to case and surrounding space. */
export const sameTopic = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
