import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Person, Profile } from '../api/types';

/** As whom owners look at their own page; empty for themselves. */
export type ViewAs = 'friend' | 'public';

export const findPerson = (username: string, viewAs?: ViewAs | '') =>
  request<Profile>(withQuery('/api/users/lookup', { username, view_as: viewAs || undefined }));
export const searchPeople = (q: string) => request<Person[]>(withQuery('/api/users', { q, limit: 8 }));
