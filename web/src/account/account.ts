import { withQuery } from '../api/link';
import { request } from '../api/request';

export interface Person {
  id: number;
  username: string;
}

export interface Account extends Person {
  email: string;
  created_at: number;
}

export interface Credentials {
  username: string;
  password: string;
  email?: string;
}

export const logIn = (credentials: Credentials) =>
  request<Account>('/api/auth/login', { method: 'POST', json: credentials });
export const signUp = (credentials: Credentials) =>
  request<Account>('/api/auth/signup', { method: 'POST', json: credentials });
export const logOut = () => request('/api/auth/logout', { method: 'POST' });
export const whoAmI = () => request<Account>('/api/auth/me');
export const findPerson = (username: string) => request<Person>(withQuery('/api/users/lookup', { username }));
