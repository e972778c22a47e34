import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Photo } from '../photo/photo';
import type { send } from './send';
import { Uploads } from './uploads.svelte';

const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const names = (uploads: Uploads, state: string) =>
  uploads.all.filter((upload) => upload.state === state).map((upload) => upload.file.name);

describe('uploads', () => {
  let waiting: { file: File; words: unknown; done: (photo: Photo) => void; fail: (error: unknown) => void }[];
  let arrived: Photo[];
  let uploads: Uploads;

  beforeEach(() => {
    waiting = [];
    arrived = [];
    const sendLater: typeof send = (file, words) =>
      new Promise((done, fail) => waiting.push({ file, words, done, fail }));
    uploads = new Uploads(sendLater, (photo) => arrived.push(photo));
    uploads.open(['a', 'b', 'c', 'd', 'e'].map(file));
  });

  test('wait until they are shared', () => {
    expect(names(uploads, 'chosen')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(waiting).toHaveLength(0);
  });

  test('go three at a time', async () => {
    uploads.share(uploads.chosen);
    expect(waiting.map((one) => one.file.name)).toEqual(['a', 'b', 'c']);
    waiting[1]!.done({ photo_id: '1' } as Photo);
    await vi.waitFor(() => expect(waiting.map((one) => one.file.name)).toEqual(['a', 'b', 'c', 'd']));
    expect(names(uploads, 'done')).toEqual(['b']);
    expect(arrived.map((photo) => photo.photo_id)).toEqual(['1']);
  });

  test('that fail say why, hold nobody up and can be tried again', async () => {
    uploads.share(uploads.chosen);
    waiting[0]!.fail(new Problem('Not a picture.', 400, 'not_an_image'));
    await vi.waitFor(() => expect(names(uploads, 'failed')).toEqual(['a']));
    expect(uploads.failed[0]!.problem).toBe('Not a picture.');
    expect(waiting).toHaveLength(4);
    uploads.share(uploads.failed);
    expect(names(uploads, 'waiting')).toEqual(['a', 'e']);
  });

  test('carry the words for all and their own caption', () => {
    uploads.topic = 'Sea';
    uploads.tags = '#blue, calm,';
    uploads.audience = 'friends';
    uploads.all[0]!.caption = 'Morning';
    uploads.share([uploads.all[0]!]);
    expect(waiting[0]!.words).toEqual({
      caption: 'Morning',
      topic: 'Sea',
      tags: ['blue', 'calm'],
      audience: 'friends',
    });
  });

  test('that were removed are not sent', () => {
    uploads.remove(uploads.all[0]!);
    uploads.share(uploads.chosen);
    expect(waiting.map((one) => one.file.name)).toEqual(['b', 'c', 'd']);
  });
});
