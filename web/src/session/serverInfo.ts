import { request } from '../api/request';

/** What whoever comes is told of this Lumina. */
export interface ServerInfo {
  sign_up: 'open' | 'invite' | 'closed';
  members_only: boolean;
  /** Photos as iPhones take them are read here. */
  heic: boolean;
}

let known: Promise<ServerInfo> | undefined;

/** Asked once, for it changes only with a restart. */
export function getServerInfo(): Promise<ServerInfo> {
  return (known ??= request<ServerInfo>('/api/place').catch((error) => {
    known = undefined;
    throw error;
  }));
}
