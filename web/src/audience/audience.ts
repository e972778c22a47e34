import type { Audience } from '../api/types';
import { getServerInfo } from '../session/serverInfo';

export const audienceWords: Record<Audience, string> = {
  public: 'Everyone',
  friends: 'Friends',
  private: 'Only you',
};

/** Who will see it, as a sentence. `membersOnly`: strangers are shown nothing here. */
export function audienceSentence(audience: Audience, friends: number, membersOnly: boolean): string {
  if (audience === 'public')
    return membersOnly
      ? 'Everyone who has an account here can see this.'
      : 'Everyone can see this, also people without an account.';
  if (audience === 'private') return 'Only you will see this.';
  if (friends === 0) return 'Only you for now, and your friends once you have some.';
  return friends === 1 ? 'Your one friend will see this.' : `Your ${friends} friends will see this.`;
}

/** Whom the address of a photo is good for. */
export async function linkSentence(audience: Audience): Promise<string> {
  if (audience === 'private') return 'Only you can open it.';
  if (audience === 'friends') return 'Your friends can open it.';
  const place = await getServerInfo().catch(() => null);
  return place?.members_only ? 'Everyone who has an account here can open it.' : 'Everyone can open it.';
}
