import { Problem } from '../api/problem';
import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { session } from '../session/session.svelte';
import { getPhoto } from './photo';
import { photoCache } from './photoCache.svelte';
import { photoLists } from './photoList.svelte';

/** Keeps what is on screen true: likes as they come, and no photo that was taken away. */
export function startPhotoSync(): void {
  session.onSignOut(() => {
    photoCache.clear();
    photoLists.clear();
  });
  connection.onReconnect(() => photoLists.retryFailed());
  live.on('photo_liked', ({ photo_id, likes }) => photoCache.update(photo_id, { likes }));
  live.on('photo_commented', ({ photo_id, comment_count, comment }) =>
    photoCache.update(photo_id, { comment_count, latest_comment: comment }),
  );
  live.on('comment_removed', ({ photo_id }) => void check(photo_id));
  live.on('photo_removed', ({ photo_id, user_id, audience }) => {
    if (photo_id) void check(photo_id);
    else if (user_id) photoCache.removeOf(user_id, audience === 'all');
  });
  live.on('photo_posted', ({ photo_id, user_id }) => {
    if (session.isMe(user_id)) void arrived(photo_id);
  });
}

/** Asks anew for a photo that is shown: it may be for fewer now, or have lost its last comment. */
async function check(id: string): Promise<void> {
  if (!photoCache.get(id)) return;
  try {
    photoCache.put(await getPhoto(id));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) photoCache.remove(id);
  }
}

/** From another device of mine. */
async function arrived(id: string): Promise<void> {
  if (photoCache.get(id)) return;
  const photo = await getPhoto(id).catch(() => null);
  if (photo) photoLists.insert(photoCache.put(photo));
}
