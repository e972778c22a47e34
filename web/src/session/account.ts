import { request } from '../api/request';
import type { Account } from '../api/types';

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
export const editAccount = (change: Partial<Pick<Account, 'name' | 'bio' | 'default_audience'>>) =>
  request<Account>('/api/account', { method: 'PATCH', json: change });
