import { pendingDeletions } from '../api/pendingDeletions.svelte';
import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { t } from '../locale';
import { session } from '../session/session.svelte';
import {
  respond,
  getBlocked,
  getFriends,
  getRequests,
  getSentRequests,
  type BlockedPerson,
  type Friend,
  type FriendRequest,
} from './friend';

const pendingName = (requestId: number) => `friend-request/${requestId}`;

/** My friends, and friend requests in both directions. Live events keep them up to date. */
class Friends {
  all = $state.raw<Friend[]>([]);
  #requests = $state.raw<FriendRequest[]>([]);
  requests = $derived(this.#requests.filter((one) => !pendingDeletions.has(pendingName(one.id))));
  sent = $state.raw<FriendRequest[]>([]);
  blocked = $state.raw<BlockedPerson[]>([]);
  loaded = $state(false);

  async refresh(): Promise<void> {
    if (!session.account) return;
    [this.all, this.#requests, this.sent, this.blocked] = await Promise.all([
      getFriends(),
      getRequests(),
      getSentRequests(),
      getBlocked(),
    ]);
    this.loaded = true;
  }

  /** Declines the request once it cannot be undone any more. */
  decline(requestId: number, username: string, after = () => {}): void {
    pendingDeletions.add(pendingName(requestId), t.friend.declined(username), async () => {
      await respond(requestId, false);
      await this.refresh();
      after();
    });
  }

  isDeclined(requestId: number | null): boolean {
    return requestId !== null && pendingDeletions.has(pendingName(requestId));
  }

  forget(): void {
    [this.all, this.#requests, this.sent, this.blocked, this.loaded] = [[], [], [], [], false];
  }
}

export const friends = new Friends();

export function startFriends(): void {
  const refresh = () => void friends.refresh().catch(() => {});
  session.onSignIn(refresh);
  session.onSignOut(() => friends.forget());
  live.on('friend_request', refresh);
  live.on('friend_request_removed', refresh);
  live.on('friend_accepted', refresh);
  live.on('photo_removed', (gone) => gone.user_id && refresh());
  live.on('reset', refresh);
  connection.onReconnect(refresh);
}
