import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { columnsOf } from './columns';

const photo = (photo_id: string, width: number, height: number) => ({ photo_id, width, height }) as Photo;
const ids = (columns: Photo[][]) => columns.map((column) => column.map((one) => one.photo_id).join(''));

test('the newest photos stand on top of the columns, from left to right', () => {
  const photos = [...'abcdef'].map((id) => photo(id, 3, 2));
  expect(ids(columnsOf(photos, 3))).toEqual(['ad', 'be', 'cf']);
});

test('a tall photo gets less below it', () => {
  const photos = [photo('T', 1, 3), photo('a', 3, 2), photo('b', 3, 2), photo('c', 3, 2)];
  expect(ids(columnsOf(photos, 2))).toEqual(['T', 'abc']);
});

test('one column keeps the order', () => {
  expect(ids(columnsOf([photo('a', 1, 1), photo('b', 1, 2)], 1))).toEqual(['ab']);
});
