import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { photoCache } from './photoCache.svelte';

const photo = (id: number) => ({ photo_id: `${id}`, likes: 0 }) as Photo;

/** Weak references hold until the end of the task. */
async function collectGarbage() {
  setFlagsFromString('--expose-gc');
  await new Promise((resolve) => setTimeout(resolve));
  runInNewContext('gc')();
}

test('photos that nothing holds any more are forgotten, except the last few hundred', async () => {
  const onScreen = photoCache.put(photo(0));
  for (let id = 1; id < 2_000; id++) photoCache.put(photo(id));
  await collectGarbage();
  expect(photoCache.get('1')).toBeUndefined();
  expect(photoCache.get('1999')).toBeDefined();
  photoCache.update('0', { likes: 3 });
  expect(onScreen.likes).toBe(3);
  expect(photoCache.put(photo(0))).toBe(onScreen);
});
