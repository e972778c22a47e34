import { expect, test } from 'vitest';
import { UploadQueue } from './uploadQueue.svelte';

const file = (name: string, type: string) => new File(['x'], name, { type });
const queue = () =>
  new UploadQueue(
    () => new Promise(() => {}),
    () => {},
  );

test('chosen files that can never be photos are told at once, and not counted among the photos', () => {
  const uploads = queue();
  uploads.open([
    file('a.jpg', 'image/jpeg'),
    file('notes.txt', 'text/plain'),
    file('b.pdf', 'application/pdf'),
  ]);
  expect(uploads.chosen.map(({ record }) => record.name)).toEqual(['a.jpg']);
  expect(uploads.leftOut).toBe(2);
  uploads.open([file('c.png', 'image/png')]);
  expect(uploads.leftOut).toBe(0);
});

test('a file of which the browser knows no type is left to the server to decide', () => {
  const uploads = queue();
  uploads.open([
    file('IMG_1', ''),
    file('b.bin', 'application/octet-stream'),
    file('c.nef', 'image/x-nikon-nef'),
  ]);
  expect(uploads.chosen).toHaveLength(3);
});
