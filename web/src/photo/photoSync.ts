import { Problem } from '../api/problem';
import { connection } from '../live/connection.svelte';
import { live } from '../live/live';
import { session } from '../session/session.svelte';
import { getPhoto } from './photo';
import { photoCache } from './photoCache.svelte';
import { photoLists } from './photoList.svelte';
import { videoProgress } from './videoProgress.svelte';

/** Keeps photos on screen up to date: updates likes and comments, and removes photos that are not visible any more. */
export function startPhotoSync(): void {
  session.onSignOut(() => {
    photoCache.clear();
    photoLists.clear();
  });
  connection.onReconnect(() => photoLists.retryFailed());
  live.on('photo_liked', ({ photo_id, likes, reactions }) =>
    photoCache.update(photo_id, { likes, reactions }),
  );
  live.on('photo_video', ({ photo_id, status, progress }) => {
    if (status === 'processing') videoProgress.set(photo_id, progress);
    else {
      videoProgress.delete(photo_id);
      void check(photo_id);
    }
  });
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

const READS_AT_ONCE = 4;
const toCheck = new Set<string>();
let reading = 0;

/** Reloads a photo on screen: its audience may be narrower, or its latest comment deleted. */
async function check(photoId: string): Promise<void> {
  toCheck.add(photoId);
  if (reading === READS_AT_ONCE) return; // a thousand photos may change in one moment
  reading++;
  for (const id of toCheck) {
    toCheck.delete(id);
    if (photoCache.get(id)) await readAgain(id);
  }
  reading--;
}

async function readAgain(id: string): Promise<void> {
  try {
    photoCache.put(await getPhoto(id));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) photoCache.remove(id);
  }
}

/** I uploaded a photo on another device. */
async function arrived(id: string): Promise<void> {
  if (photoCache.get(id)) return;
  const photo = await getPhoto(id).catch(() => null);
  if (photo) photoLists.insert(photoCache.put(photo));
}
