import { afterEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import { changePhotos, countReasons } from './batch';

const ids = Array.from({ length: 250 }, (_, i) => `p${i}`);
const sent: string[][] = [];

/** A server that answers each request with this. */
function serve(answer: (ids: string[]) => Response) {
  setCurrentUser(1);
  sent.length = 0;
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).photo_ids);
    return answer(sent.at(-1)!);
  });
}

afterEach(() => vi.unstubAllGlobals());

test('many photos are sent in slices, and the progress moves with each', async () => {
  serve((done) => Response.json({ done, failed: [] }));
  const progress: number[] = [];
  const outcome = await changePhotos(ids, { audience: 'friends' }, (through) => progress.push(through));
  expect(sent.map((slice) => slice.length)).toEqual([100, 100, 50]);
  expect(progress).toEqual([100, 200, 250]);
  expect(outcome).toEqual({ done: ids, failed: [] });
});

test('photos that cannot be changed are counted by the reason', async () => {
  serve(([first, second, third]) =>
    Response.json({
      done: [first],
      failed: [
        { id: second, code: 'too_many_tags' },
        { id: third, code: 'too_many_tags' },
      ],
    }),
  );
  const outcome = await changePhotos(['a', 'b', 'c'], { add_tags: ['sea'] });
  expect(outcome.done).toEqual(['a']);
  expect(countReasons(outcome)).toEqual([['A photo may have at most 30 tags.', 2]]);
});

test('after a request that fails as a whole no other is sent, and its photos count as not changed', async () => {
  serve((slice) =>
    slice.includes('p0')
      ? Response.json({ done: slice, failed: [] })
      : Response.json({ code: 'store_unavailable' }, { status: 503 }),
  );
  const outcome = await changePhotos(ids, { trash: true });
  expect(sent).toHaveLength(2);
  expect(outcome.done).toHaveLength(100);
  expect(outcome.failed.map(({ id }) => id)).toEqual(ids.slice(100));
});
