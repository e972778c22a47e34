import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { session } from '../session/session.svelte';
import { getConversations, type Conversation } from './message';

/** All my conversations, the most recent first. */
class Conversations {
  all = $state.raw<Conversation[]>([]);
  loaded = $state(false);
  unread = $derived(this.all.filter((one) => one.unread > 0).length);

  async refresh(): Promise<void> {
    if (!session.account) return;
    this.all = await getConversations();
    this.loaded = true;
  }

  with(username: string): Conversation | undefined {
    return this.all.find((one) => one.username.toLowerCase() === username.toLowerCase());
  }

  forget(): void {
    [this.all, this.loaded] = [[], false];
  }
}

export const conversations = new Conversations();

export function startConversations(): void {
  const refresh = () => void conversations.refresh().catch(() => {});
  session.onSignIn(refresh);
  session.onSignOut(() => conversations.forget());
  live.on('message', refresh);
  live.on('message_deleted', refresh);
  live.on('message_read', refresh);
  live.on('friend_accepted', refresh);
  live.on('photo_removed', (gone) => gone.user_id && refresh());
  live.on('reset', refresh);
  connection.onReconnect(refresh);
}
