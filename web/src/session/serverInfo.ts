import { request } from '../api/request';

/** What whoever comes is told of this Lumina. */
export interface Place {
  sign_up: 'open' | 'invite' | 'closed';
  members_only: boolean;
  /** Photos as iPhones take them are read here. */
  heic: boolean;
}

let known: Promise<Place> | undefined;

/** Asked once, for it changes only with a restart. */
export function getPlace(): Promise<Place> {
  return (known ??= request<Place>('/api/place').catch((error) => {
    known = undefined;
    throw error;
  }));
}
