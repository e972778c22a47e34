import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { t } from '../locale';

/** A device on which I am signed in. */
export type DeviceSession = Schemas['Session'];

export const getSessions = () => request<DeviceSession[]>('/api/account/sessions');
export const endSession = (id: string) => request(`/api/account/sessions/${id}`, { method: 'DELETE' });
/** Ends all of my sessions, including this one. */
export const endAllSessions = () => request('/api/account/sessions', { method: 'DELETE' });
export const changePassword = (current_password: string, new_password: string) =>
  request('/api/account/password', {
    method: 'PUT',
    json: { current_password, new_password } satisfies Schemas['ChangePasswordRequest'],
  });
export const deleteAccount = (password: string) =>
  request('/api/account', { method: 'DELETE', json: { password } satisfies Schemas['DeleteAccountRequest'] });

/** For example "Firefox on Linux", from the user agent. */
export function deviceName(agent: string): string {
  const browser = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari', 'curl'].find((name) => agent.includes(name));
  const system = ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS', 'Linux'].find((name) =>
    agent.includes(name),
  );
  const known = { Edg: 'Edge', OPR: 'Opera' }[browser ?? ''] ?? browser;
  return t.account.device(known, system);
}
