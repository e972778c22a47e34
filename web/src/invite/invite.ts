import { request } from '../api/request';
import type { Schemas } from '../api/types';

/** A link with which new people sign up and become my friends. */
export type Invite = Schemas['Invite'];
export type Inviter = Schemas['Inviter'];

const A_MONTH = 30 * 24 * 60 * 60 * 1000;

export const getInviter = (token: string) => request<Inviter>(`/api/invites/${encodeURIComponent(token)}`);
export const revokeInvite = (id: number) => request(`/api/invites/${id}`, { method: 'DELETE' });

/** Returns my newest valid link, or a new one that is valid for a month. */
export async function getOrCreateInvite(): Promise<Invite> {
  const all = await request<Invite[]>('/api/invites');
  return all.find((invite) => isGood(invite, Date.now())) ?? createInvite();
}

export const createInvite = () =>
  request<Invite>('/api/invites', {
    method: 'POST',
    json: { expires_at: Date.now() + A_MONTH } satisfies Schemas['CreateInviteRequest'],
  });

export function isGood({ uses, used, expires_at }: Invite, now: number): boolean {
  return (uses === null || used < uses) && (expires_at === null || expires_at > now);
}
