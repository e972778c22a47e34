import type { Photo } from '../api/types';
import type { Change } from './batch';

/** A change for some photos. */
export interface Step {
  ids: string[];
  change: Change;
}

/**
 * The changes that set these photos back, one for all that need the same.
 *
 * @param done the ids of those that were changed
 */
export function undoOf(change: Change, before: Photo[], done: string[]): Step[] {
  const changed = new Set(done);
  const steps = new Map<string, Step>();
  for (const photo of before.filter(({ photo_id }) => changed.has(photo_id))) {
    const back = inverse(change, photo);
    if (!back) continue;
    const key = JSON.stringify(back);
    const step = steps.get(key) ?? { ids: [], change: back };
    step.ids.push(photo.photo_id);
    steps.set(key, step);
  }
  return [...steps.values()];
}

/** Null if the change leaves the photo as it is. */
function inverse(change: Change, photo: Photo): Change | null {
  if (change.audience) return { audience: photo.audience };
  if (change.topic != null) return { topic: photo.topic };
  if (change.taken_shift != null) return { taken_shift: -change.taken_shift };
  if (change.trash) return { restore: true };
  if (change.restore) return { trash: true };
  const added = change.add_tags?.filter((tag) => !photo.tags.includes(tag)) ?? [];
  if (added.length) return { remove_tags: added };
  const removed = photo.tags.filter((tag) => change.remove_tags?.includes(tag));
  return removed.length ? { add_tags: removed } : null;
}

/** The fields of a photo after a change. */
export function fieldsAfter(change: Change, photo: Photo): Partial<Photo> {
  if (change.audience) return { audience: change.audience as Photo['audience'] };
  if (change.topic != null) return { topic: change.topic };
  if (change.taken_shift != null)
    return { taken_at: photo.taken_at + change.taken_shift, taken_from: 'person' };
  if (change.trash) return { trashed_at: Date.now() };
  if (change.restore) return { trashed_at: null, purge_at: undefined };
  const kept = photo.tags.filter((tag) => !change.remove_tags?.includes(tag));
  return { tags: [...new Set([...kept, ...(change.add_tags ?? [])])] };
}
