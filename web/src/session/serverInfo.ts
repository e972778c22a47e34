import { request } from '../api/request';
import type { ServerInfo } from '../api/types';

let known: Promise<ServerInfo> | undefined;

/** Requested once, because it changes only with a restart. */
export function getServerInfo(): Promise<ServerInfo> {
  return (known ??= request<ServerInfo>('/api/place').catch((error) => {
    known = undefined;
    throw error;
  }));
}
