import { expect, test } from 'vitest';
import { t } from '../locale';
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
  expect(uploads.leftOut).toEqual(['notes.txt', 'b.pdf']);
  uploads.open([file('c.png', 'image/png')]);
  expect(uploads.leftOut).toEqual([]);
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

test('they are named, the first few of many', () => {
  const told = (...files: string[]) => t.upload.leftOut(files).replace(/[\u2068\u2069]/g, '');
  expect(told('a.txt')).toBe('1 file cannot be uploaded: a.txt is neither a photo nor a video.');
  expect(told('a.txt', 'b.pdf')).toBe(
    '2 files cannot be uploaded: a.txt and b.pdf are neither photos nor videos.',
  );
  expect(told('a', 'b', 'c', 'd')).toContain(': a, b, c and d are');
  expect(told('a', 'b', 'c', 'd', 'e')).toContain('5 files cannot be uploaded: a, b, c and 2 more are');
});
