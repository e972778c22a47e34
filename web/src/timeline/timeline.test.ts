import { afterEach, expect, test, vi } from 'vitest';
import { Timeline } from './timeline.svelte';

const asked: string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  asked.length = 0;
  dated = (taken) => taken;
});

/** What a listed photo says of its date. */
let dated = (taken: string) => taken;
const photo = (taken: string) => ({
  photo_id: taken,
  taken_at: Date.parse(dated(taken)),
  width: 3,
  height: 2,
});

/** A timeline of these photos, newest first, as the server lists them from a month on; its counts may differ. */
async function timelineOf(taken: string[], counts: Record<string, number>) {
  vi.stubGlobal('fetch', async (path: string) => {
    const query = new URL(path, 'http://lumina').searchParams;
    if (path.includes('/months'))
      return new Response(JSON.stringify(Object.entries(counts).map(([month, count]) => ({ month, count }))));
    asked.push(`${query.get('month')} ${query.get('limit')}`);
    const from = taken.filter((one) => one.slice(0, 7) <= (query.get('month') ?? '9'));
    const [start, limit] = [Number(query.get('cursor')), Number(query.get('limit'))];
    const items = from.slice(start, start + limit).map(photo);
    const end = start + items.length;
    const more = end < from.length ? { Link: `<${path}&cursor=${end}>; rel="next"` } : undefined;
    return new Response(JSON.stringify(items), { headers: more });
  });
  const timeline = new Timeline({ user_id: 1, view_as: '' }, () => false);
  await timeline.load();
  asked.length = 0;
  return timeline;
}

/** Sixty photos, with which the first page is full, and a few in each of three months before. */
const newest = Array.from({ length: 60 }, (_, i) => `2026-11-28T10:${String(59 - i).padStart(2, '0')}`);
const older = ['2026-03-02', '2026-03-01', '2026-02-02', '2026-02-01', '2026-01-02', '2026-01-01'];
const counts = { '2026-11': 60, '2026-03': 2, '2026-02': 2, '2026-01': 2 };

test('one page brings all months that it reaches', async () => {
  const timeline = await timelineOf([...newest, ...older], counts);
  timeline.want(timeline.months.slice(1));
  await vi.waitFor(() => expect(timeline.photos).toHaveLength(66));
  expect(asked).toEqual(['2026-03 60']);
});

test('a month before which all is loaded asks only for its own photos', async () => {
  const timeline = await timelineOf([...newest, ...older], counts);
  timeline.want([timeline.months[2]!]);
  await vi.waitFor(() => expect(timeline.photos).toHaveLength(64));
  timeline.want([timeline.months[1]!]);
  await vi.waitFor(() => expect(timeline.photos).toHaveLength(66));
  expect(asked).toEqual(['2026-02 60', '2026-03 3']);
});

test('a month whose photos say that they are of another one is not read for ever', async () => {
  const astray = newest.map((one) => one.replace('2026-11', '2026-01'));
  const timeline = await timelineOf([...newest, ...astray, '2025-01-01'], { '2026-11': 60, '2026-01': 60 });
  const month = timeline.months[1]!;
  dated = (taken) => taken.replace('2026-01', '2026-11');
  timeline.want([month]);
  await vi.waitFor(() => expect(month.complete).toBe(true));
  expect(asked).toEqual(['2026-01 60']);
});

test('everything is loaded when all of it shall be selected, and what is near goes beyond the next month', async () => {
  const timeline = await timelineOf([...newest, ...older], counts);
  expect(await timeline.complete()).toBe('');
  expect(timeline.photos).toHaveLength(66);
  const near = timeline.around('2026-02-02', 3).map(({ photo, steps }) => `${steps} ${photo.photo_id}`);
  expect(near).toEqual([
    '-3 2026-11-28T10:00',
    '-2 2026-03-02',
    '-1 2026-03-01',
    '0 2026-02-02',
    '1 2026-02-01',
    '2 2026-01-02',
    '3 2026-01-01',
  ]);
});

test('what cannot be loaded is said, and is tried again', async () => {
  const timeline = await timelineOf([...newest, ...older], counts);
  const there = globalThis.fetch;
  vi.stubGlobal('fetch', async () => Response.error());
  expect(await timeline.complete()).not.toBe('');
  vi.stubGlobal('fetch', there);
  expect(await timeline.complete()).toBe('');
});
