import { live } from '../live/live';
import { session } from '../session/session.svelte';

/** The number of photos that friends have posted since Home was loaded. */
class NewPhotos {
  count = $state(0);
}

export const newPhotos = new NewPhotos();

export function startNewPhotos(): void {
  live.on('photo_posted', ({ user_id, restored }) => {
    if (!restored && !session.isMe(user_id)) newPhotos.count++;
  });
  session.onSignOut(() => (newPhotos.count = 0));
}
