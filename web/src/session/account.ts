import { request } from '../api/request';
import type { Account, Schemas } from '../api/types';

export type Credentials = Schemas['SignUpRequest'];

export const logIn = (credentials: Credentials) =>
  request<Account>('/api/auth/login', { method: 'POST', json: credentials });
export const signUp = (credentials: Credentials) =>
  request<Account>('/api/auth/signup', { method: 'POST', json: credentials });
export const logOut = () => request('/api/auth/logout', { method: 'POST' });
/** The account of this browser's session; without a session it is no error. */
export const getSessionAccount = () => request<Schemas['CurrentSession']>('/api/auth/session');
export const whoAmI = () => request<Account>('/api/auth/me');
export const editAccount = (change: Schemas['EditProfileRequest']) =>
  request<Account>('/api/account', { method: 'PATCH', json: change });
