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
      check(photo_id);
    }
  });
  live.on('photo_commented', ({ photo_id, comment_count, comment }) =>
    photoCache.update(photo_id, { comment_count, latest_comment: comment }),
  );
  live.on('comment_removed', ({ photo_id }) => check(photo_id));
  live.on('photo_changed', ({ photo_id }) => check(photo_id));
  live.on('photo_removed', ({ photo_id, user_id, audience }) => {
    if (photo_id) check(photo_id);
    else if (user_id) photoCache.removeOf(user_id, audience === 'all');
  });
  live.on('photo_posted', ({ photo_id, user_id, restored }) => {
    if (restored || session.isMe(user_id)) arrived(photo_id);
  });
}

const READS_AT_ONCE = 4;
const toRead = new Set<string>();
/** Those of them that lists may lack. */
const arriving = new Set<string>();
let reading = 0;

/** Reloads a photo on screen: it may be gone or in my trash, its audience narrower, or its latest comment deleted. */
function check(id: string): void {
  if (photoCache.get(id)) void readSoon(id);
}

/** I uploaded a photo on another device, or somebody restored one from the trash. */
function arrived(id: string): void {
  const known = photoCache.get(id);
  if (known && !known.trashed_at) return photoLists.insert(known);
  arriving.add(id);
  void readSoon(id);
}

async function readSoon(photoId: string): Promise<void> {
  toRead.add(photoId);
  if (reading === READS_AT_ONCE) return; // a thousand photos may change in one moment
  reading++;
  for (const id of toRead) {
    toRead.delete(id);
    await read(id, arriving.delete(id));
  }
  reading--;
}

async function read(id: string, mayBeLacking: boolean): Promise<void> {
  try {
    const photo = photoCache.put(await getPhoto(id));
    if (mayBeLacking) photoLists.insert(photo);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) photoCache.remove(id);
  }
}
