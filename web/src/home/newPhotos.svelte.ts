import { live } from '../live/live';
import { session } from '../session/session.svelte';

/** How many photos friends have posted since Home was read. */
class News {
  count = $state(0);
}

export const news = new News();
live.on('photo_posted', ({ user_id }) => {
  if (!session.isMe(user_id)) news.count++;
});
session.onLeave(() => (news.count = 0));
