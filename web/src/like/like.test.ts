import { beforeEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import type { Photo } from '../api/types';
import { setLiked } from './like';

beforeEach(() => setCurrentUser(7));

test('however quickly a heart is pressed, the last wish counts', async () => {
  const asked: string[] = [];
  let liked = false;
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) => {
    asked.push(method!);
    liked = method === 'PUT';
    return new Response(JSON.stringify({ likes: liked ? 5 : 4, liked }));
  });
  const photo = { photo_id: '1', liked: false, likes: 4 } as Photo;
  const first = setLiked(photo, true);
  void setLiked(photo, false);
  void setLiked(photo, true);
  void setLiked(photo, false);
  expect(photo).toMatchObject({ liked: false, likes: 4 });
  await first;
  expect(asked).toEqual(['PUT', 'DELETE']);
  expect(photo).toMatchObject({ liked: false, likes: 4 });
});

test('a like that did not arrive is taken back', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const photo = { photo_id: '1', liked: false, likes: 4 } as Photo;
  await setLiked(photo, true);
  expect(photo).toMatchObject({ liked: false, likes: 4 });
});
