import { session } from '../account/session.svelte';
import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { getFriends, getRequests, getSentRequests, type Friend, type FriendRequest } from './friend';

/** My circle: friends, and requests in both directions. Kept true by live events. */
class Friends {
  all = $state.raw<Friend[]>([]);
  requests = $state.raw<FriendRequest[]>([]);
  sent = $state.raw<FriendRequest[]>([]);
  loaded = $state(false);

  async refresh(): Promise<void> {
    if (!session.account) return;
    [this.all, this.requests, this.sent] = await Promise.all([
      getFriends(),
      getRequests(),
      getSentRequests(),
    ]);
    this.loaded = true;
  }

  forget(): void {
    [this.all, this.requests, this.sent, this.loaded] = [[], [], [], false];
  }
}

export const friends = new Friends();
const refresh = () => void friends.refresh().catch(() => {});
session.onEnter(refresh);
session.onLeave(() => friends.forget());
live.on('friend_request', refresh);
live.on('friend_accepted', refresh);
live.on('photo_removed', (gone) => gone.user_id && refresh());
live.on('reset', refresh);
connection.onBack(refresh);
