import { beforeEach, expect, test, vi } from 'vitest';
import type { Album } from '../album/album';
import { setCurrentUser } from '../api/request';
import type { Photo } from '../api/types';
import { AlbumFilling } from './albumFilling';
import { Upload } from './upload.svelte';

const album = { album_id: 'a1', title: 'Lisbon' } as Album;
const photo = (photo_id: string) => ({ photo_id }) as Photo;
let sent: { photo_ids: string[]; before?: string }[];
let answers: (() => Response)[];
let files: Upload[];

beforeEach(() => {
  setCurrentUser(1);
  [sent, answers] = [[], []];
  files = ['one', 'two', 'three'].map((name) => new Upload(new File(['x'], name)));
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    return answers.shift()?.() ?? Response.json(album);
  });
});

test('photos find the places of their files, whichever arrives first', async () => {
  const filling = new AlbumFilling('Lisbon', Promise.resolve(album), files);
  await filling.add(files[1]!, photo('two'));
  await filling.add(files[0]!, photo('one'));
  await filling.add(files[2]!, photo('three'));
  expect(sent).toEqual([
    { photo_ids: ['two'] },
    { photo_ids: ['one'], before: 'two' },
    { photo_ids: ['three'] },
  ]);
  expect(filling.failed).toBe(0);
});

test('a photo whose neighbour was taken out meanwhile goes to the end', async () => {
  const filling = new AlbumFilling('Lisbon', Promise.resolve(album), files);
  await filling.add(files[1]!, photo('two'));
  answers = [() => Response.json({ code: 'not_found' }, { status: 404 })];
  await filling.add(files[0]!, photo('one'));
  expect(sent.at(-1)).toEqual({ photo_ids: ['one'] });
  expect(filling.failed).toBe(0);
});

test('photos that cannot be added are counted, and hold no others up', async () => {
  const filling = new AlbumFilling('Lisbon', Promise.resolve(album), files);
  answers = [() => Response.json({ code: 'album_full' }, { status: 409 })];
  await Promise.all([filling.add(files[0]!, photo('one')), filling.add(files[1]!, photo('two'))]);
  expect(filling.failed).toBe(1);
  expect(sent).toHaveLength(2);
});

test('of an album that could not be made, all photos are counted', async () => {
  const filling = new AlbumFilling('Lisbon', Promise.reject(new Error('no')), files);
  await Promise.all(files.map((file) => filling.add(file, photo('one'))));
  expect(filling.failed).toBe(3);
});
