import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Photo } from '../api/types';
import { live } from '../live/live';
import { photoCache } from './photoCache.svelte';
import { photoLists, type PhotoList } from './photoList.svelte';
import { startPhotoSync } from './photoSync';

const FRIEND = 7;
const photos = ['e', 'd', 'c', 'b', 'a'].map(
  (photo_id, age) => ({ photo_id, user_id: FRIEND, created_at: 100 - age, trashed_at: null }) as Photo,
);
const listeners = new Map<string, (data: object) => void>();
let inTrash: string[];

/** The server: two pages of photos, and each of them by its id. */
async function answer(address: string): Promise<Response> {
  const { pathname, searchParams } = new URL(address, 'http://lumina');
  const there = photos.filter(({ photo_id }) => !inTrash.includes(photo_id));
  const id = pathname.split('/')[3];
  if (id) {
    const photo = there.find(({ photo_id }) => photo_id === id);
    return photo ? new Response(JSON.stringify(photo)) : new Response('{}', { status: 404 });
  }
  const isFirst = !searchParams.has('cursor');
  const page = isFirst ? there.slice(0, 3) : there.slice(3);
  const headers = isFirst ? { Link: `<${address}?cursor=3>; rel="next"` } : undefined;
  return new Response(JSON.stringify(page), { headers });
}

beforeAll(() => {
  vi.stubGlobal('fetch', answer);
  vi.spyOn(live, 'on').mockImplementation((name, listener) => {
    listeners.set(name, listener as (data: object) => void);
    return () => listeners.delete(name);
  });
  startPhotoSync();
});

beforeEach(() => {
  inTrash = [];
  photoLists.clear();
  photoCache.clear();
});

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const open = (page: string): PhotoList => photoLists.of(page, '/api/photos', () => true);
const shown = (list: PhotoList) => list.photos.map(({ photo_id }) => photo_id).join('');

async function trash(id: string, ...lists: PhotoList[]) {
  inTrash = [id];
  listeners.get('photo_removed')!({ photo_id: id });
  for (const list of lists) await vi.waitFor(() => expect(shown(list)).not.toContain(id));
}

function restore(id: string) {
  inTrash = [];
  listeners.get('photo_posted')!({ photo_id: id, user_id: FRIEND, restored: true });
}

test('a photo that its owner restores from the trash is at its place again, also in lists read meanwhile', async () => {
  const before = open('home');
  await before.more();
  await trash('d', before);
  const meanwhile = open('explore');
  await meanwhile.more();
  expect(shown(meanwhile)).toBe('ecb');
  restore('d');
  await vi.waitFor(() => expect(shown(before)).toBe('edc'));
  expect(shown(meanwhile)).toBe('edcb');
});

test('a restored photo that is older than what was read comes with its page, and once', async () => {
  const list = open('home');
  inTrash = ['a'];
  await list.more();
  restore('a');
  await vi.waitFor(() => expect(photoCache.get('a')).toBeDefined());
  expect(shown(list)).toBe('edc');
  await list.more();
  expect(shown(list)).toBe('edcba');
});

test('a photo whose audience its owner narrowed on another device is read again, and stays', async () => {
  const list = open('home');
  await list.more();
  const photo = photoCache.get('d')!;
  photo.audience = 'public';
  photos[1]!.audience = 'friends';
  listeners.get('photo_changed')!({ photo_id: 'd' });
  await vi.waitFor(() => expect(photo.audience).toBe('friends'));
  expect(shown(list)).toBe('edc');
});
