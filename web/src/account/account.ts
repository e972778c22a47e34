import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Audience } from '../photo/photo';

export interface Person {
  id: number;
  username: string;
  name: string;
  picture_url: string | null;
}

export interface Account extends Person {
  email: string;
  bio: string;
  default_audience: Audience;
  created_at: number;
}

/** Somebody's page, as I may see it. */
export interface Profile extends Person {
  bio: string;
  photo_count: number;
  friendship: 'self' | 'none' | 'requested' | 'asked' | 'friends' | 'blocked';
  /** The request between us that waits, if one does. */
  request_id: number | null;
}

export interface Credentials {
  username: string;
  password: string;
  email?: string;
  /** The token of an invitation. */
  invite?: string;
}

export const logIn = (credentials: Credentials) =>
  request<Account>('/api/auth/login', { method: 'POST', json: credentials });
export const signUp = (credentials: Credentials) =>
  request<Account>('/api/auth/signup', { method: 'POST', json: credentials });
export const logOut = () => request('/api/auth/logout', { method: 'POST' });
/** Whose session this browser has; no error where it has none. */
export const getSessionAccount = () => request<{ account: Account | null }>('/api/auth/session');
export const whoAmI = () => request<Account>('/api/auth/me');
export const findPerson = (username: string) =>
  request<Profile>(withQuery('/api/users/lookup', { username }));
export const searchPeople = (q: string) => request<Person[]>(withQuery('/api/users', { q, limit: 8 }));
export const editAccount = (change: Partial<Pick<Account, 'name' | 'bio' | 'default_audience'>>) =>
  request<Account>('/api/account', { method: 'PATCH', json: change });
