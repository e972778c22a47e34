import type { Audience } from '../api/types';
import { t } from '../locale';
import { getServerInfo } from '../session/serverInfo';

/** A sentence about who will see the photo. `membersOnly`: visitors without an account see nothing here. */
export function audienceSentence(audience: Audience, friends: number, membersOnly: boolean): string {
  if (audience === 'public') return membersOnly ? t.audience.membersSee : t.audience.everyoneSees;
  if (audience === 'private') return t.audience.onlyYouSee;
  return friends === 0 ? t.audience.futureFriendsSee : t.audience.friendsSee(friends);
}

/** A sentence about who can open the link to a photo. */
export async function linkSentence(audience: Audience): Promise<string> {
  if (audience === 'private') return t.audience.onlyYouCanOpen;
  if (audience === 'friends') return t.audience.friendsCanOpen;
  const server = await getServerInfo().catch(() => null);
  return server?.members_only ? t.audience.membersCanOpen : t.audience.everyoneCanOpen;
}
