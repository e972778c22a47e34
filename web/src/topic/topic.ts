import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Schemas } from '../api/types';

export type Topic = Schemas['Topic'];

export const getTopics = (prefix = '') => request<Topic[]>(withQuery('/api/topics', { q: prefix }));

/** Topics are equal regardless of case and surrounding spaces. */
export const sameTopic = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
