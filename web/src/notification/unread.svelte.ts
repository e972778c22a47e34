import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { session } from '../session/session.svelte';
import { getUnread } from './notification';

/** The number of unread notifications. */
class Unread {
  count = $state(0);

  async refresh(): Promise<void> {
    this.count = (await getUnread()).unread;
  }
}

export const unread = new Unread();

export function startNotifications(): void {
  const refresh = () => void unread.refresh().catch(() => {});
  session.onSignIn(refresh);
  session.onSignOut(() => (unread.count = 0));
  live.on('notification', (news) => (unread.count = news.unread));
  live.on('reset', refresh);
  connection.onReconnect(refresh);
}
