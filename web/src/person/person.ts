import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Person, Profile } from '../api/types';

export const findPerson = (username: string) =>
  request<Profile>(withQuery('/api/users/lookup', { username }));
export const searchPeople = (q: string) => request<Person[]>(withQuery('/api/users', { q, limit: 8 }));
