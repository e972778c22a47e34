import { beforeEach, expect, test, vi } from 'vitest';
import type { Album } from '../album/album';
import { setCurrentUser } from '../api/request';
import { photoCache } from '../photo/photoCache.svelte';
import type { Photo } from '../api/types';
import { AlbumFilling } from './albumFilling';
import type { AlbumPlace } from './uploadRecord';

const album = { album_id: 'a1', title: 'Lisbon' } as Album;
const plan: AlbumPlace = {
  plan: 'p1',
  albumId: '',
  title: 'Lisbon',
  audience: 'friends',
  placed: 'no',
};
const nothing = () => undefined;
let sent: { path: string; body: object }[];
let answers: (() => Response)[];

beforeEach(() => {
  setCurrentUser(1);
  [sent, answers] = [[], []];
  for (const photo_id of ['one', 'two']) photoCache.put({ photo_id } as Photo);
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    sent.push({ path, body: JSON.parse(body) });
    return answers.shift()?.() ?? Response.json(album);
  });
});

test('a new album is made once, and every photo finds its place', async () => {
  const filling = new AlbumFilling();
  const made = vi.fn();
  const two = filling.fill(plan, 'two', nothing, made, nothing);
  const one = filling.fill(plan, 'one', () => 'two', made, nothing);
  await Promise.all([two, one]);
  expect(sent.map(({ path }) => path)).toEqual([
    '/api/albums',
    '/api/albums/a1/photos',
    '/api/albums/a1/photos',
  ]);
  expect(sent.at(-1)!.body).toEqual({ photo_ids: ['one'], before: 'two' });
  expect(made).toHaveBeenCalledExactlyOnceWith('a1');
});

test('a photo that waited for another one finds it in its place', async () => {
  const filling = new AlbumFilling();
  const placed: string[] = [];
  const two = filling.fill(plan, 'two', nothing, nothing, () => placed.push('two'));
  await filling.fill(plan, 'one', () => placed[0], nothing, nothing);
  await two;
  expect(sent.at(-1)!.body).toEqual({ photo_ids: ['one'], before: 'two' });
});

test('a photo whose neighbour was taken out meanwhile goes to the end', async () => {
  const filling = new AlbumFilling();
  await filling.fill(plan, 'two', nothing, nothing, nothing);
  answers = [() => Response.json({ code: 'not_found' }, { status: 404 })];
  await filling.fill(plan, 'one', () => 'two', nothing, nothing);
  expect(sent.at(-1)!.body).toEqual({ photo_ids: ['one'] });
});

test('a photo that cannot be added holds no others up', async () => {
  const filling = new AlbumFilling();
  answers = [() => Response.json(album), () => Response.json({ code: 'album_full' }, { status: 409 })];
  await expect(filling.fill(plan, 'one', nothing, nothing, nothing)).rejects.toThrow();
  await filling.fill(plan, 'two', nothing, nothing, nothing);
  expect(sent.at(-1)!.body).toEqual({ photo_ids: ['two'] });
});
