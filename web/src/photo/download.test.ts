import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { isDownloadable } from './download';

test('a video that cannot be played yet is only there for those who get the original', () => {
  const video = { kind: 'video', video_url: null } as Photo;
  expect(isDownloadable(video, true)).toBe(true);
  expect(isDownloadable(video, false)).toBe(false);
  expect(isDownloadable({ ...video, video_url: '/video' }, false)).toBe(true);
  expect(isDownloadable({ ...video, kind: 'image' }, false)).toBe(true);
});
