import { errorText } from '../api/problem';
import { request } from '../api/request';
import type { Schemas } from '../api/types';
import { t } from '../locale';
import { deletePhoto } from '../photo/photo';

/** One change that many photos get. */
export type Change = Omit<Schemas['ChangePhotosRequest'], 'photo_ids'>;

/** What became of the photos: the ids of those that were changed, and of the others with the reason. */
export interface Outcome {
  done: string[];
  failed: { id: string; reason: string }[];
}

type Progress = (through: number) => void;

/** Small enough for a progress that moves, and far below the thousand that the server takes. */
const SLICE = 100;
/** There is no request that deletes many for good. */
const DELETIONS_AT_ONCE = 4;

export const changePhotos = (ids: string[], change: Change, onprogress?: Progress) =>
  inSlices(ids, SLICE, (slice) => sendChange(slice, change), onprogress);

export const deletePhotos = (ids: string[], onprogress?: Progress) =>
  inSlices(ids, DELETIONS_AT_ONCE, sendDeletions, onprogress);

async function sendChange(ids: string[], change: Change): Promise<Outcome> {
  const answer = await request<Schemas['ChangedPhotos']>('/api/photos/batch', {
    method: 'POST',
    json: { photo_ids: ids, ...change },
  });
  return { done: answer.done, failed: answer.failed.map(({ id, code }) => ({ id, reason: reasonOf(code) })) };
}

async function sendDeletions(ids: string[]): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] };
  const deleteOne = (id: string) =>
    deletePhoto(id).then(
      () => outcome.done.push(id),
      (error) => outcome.failed.push({ id, reason: errorText(error) }),
    );
  await Promise.all(ids.map(deleteOne));
  return outcome;
}

/** After a request that failed as a whole, the others would fail, too: they are not sent. */
async function inSlices(
  ids: string[],
  size: number,
  send: (ids: string[]) => Promise<Outcome>,
  onprogress?: Progress,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] };
  for (let start = 0; start < ids.length; start += size) {
    const slice = ids.slice(start, start + size);
    try {
      const { done, failed } = await send(slice);
      outcome.done.push(...done);
      outcome.failed.push(...failed);
    } catch (error) {
      const reason = errorText(error);
      outcome.failed.push(...ids.slice(start).map((id) => ({ id, reason })));
      break;
    }
    onprogress?.(start + slice.length);
  }
  return outcome;
}

function reasonOf(code: string): string {
  const known: Partial<Record<string, string>> = { ...t.problem, ...t.selection.reasons };
  return known[code] ?? t.problem.unknown;
}

/** How many photos failed, by the reason. */
export function countReasons({ failed }: Outcome): [string, number][] {
  const counts = new Map<string, number>();
  for (const { reason } of failed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts];
}
