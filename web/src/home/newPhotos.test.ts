import { expect, test, vi } from 'vitest';
import { live } from '../live/live';
import { newPhotos, startNewPhotos } from './newPhotos.svelte';

test('a photo that a friend restores from the trash does not count as a new one', () => {
  let posted: (photo: { photo_id: string; user_id: number; restored: boolean }) => void = () => {};
  const on = vi.spyOn(live, 'on').mockImplementation((_, listener) => {
    posted = listener as typeof posted;
    return () => {};
  });
  startNewPhotos();
  on.mockRestore();
  posted({ photo_id: 'a', user_id: 7, restored: true });
  expect(newPhotos.count).toBe(0);
  posted({ photo_id: 'b', user_id: 7, restored: false });
  expect(newPhotos.count).toBe(1);
});
