import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import type { Photo } from '../api/types';
import { photoLists } from '../photo/photoList.svelte';
import { toasts } from '../ui/toasts.svelte';
import { albumPhotosUrl, type Album } from './album';
import { movePhotos, takeOut } from './contents';

const album = { album_id: 'a1', title: 'Lisbon', count: 3 } as Album;
const photos = ['one', 'two', 'three'].map((photo_id) => ({ photo_id }) as Photo);
const list = () => photoLists.of('page', albumPhotosUrl('a1', 'album'), () => false);
const shown = () => list().photos.map((photo) => photo.photo_id);
let status: number;
let sent: string[];

beforeEach(async () => {
  setCurrentUser(1);
  [status, sent] = [200, []];
  vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
    sent.push(`${method} ${path}`);
    if (method === 'GET') return Response.json(path.startsWith('/api/photos') ? photos : album);
    return Response.json(status === 200 ? album : { code: 'not_yours' }, { status });
  });
  await list().more();
});

afterEach(() => {
  photoLists.clear();
  toasts.shown = [];
});

test('a move shows at once, and is set back if the server refuses it', async () => {
  const moved = movePhotos('a1', ['three'], 'one');
  expect(shown()).toEqual(['three', 'one', 'two']);
  await moved;
  expect(shown()).toEqual(['three', 'one', 'two']);
  status = 403;
  const refused = movePhotos('a1', ['three']);
  expect(shown()).toEqual(['one', 'two', 'three']);
  await refused;
  expect(shown()).toEqual(['three', 'one', 'two']);
});

test('photos that are taken out leave the server only when there is no way back', async () => {
  sent = [];
  takeOut(album, ['two']);
  expect(shown()).toEqual(['one', 'three']);
  toasts.undo(toasts.shown[0]!);
  expect(shown()).toEqual(['one', 'two', 'three']);
  expect(sent).toEqual([]);
  takeOut(album, ['two']);
  await toasts.flush();
  expect(sent[0]).toBe('DELETE /api/albums/a1/photos');
  expect(shown()).toEqual(['one', 'three']);
});
