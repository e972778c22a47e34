import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { fieldsAfter, undoOf } from './undo';

const photo = (photo_id: string, fields: Partial<Photo> = {}) =>
  ({ photo_id, audience: 'public', topic: '', tags: [], taken_at: 1_000, ...fields }) as unknown as Photo;
const ids = ['a', 'b', 'c'];

test('photos that had the same audience or topic get it back together', () => {
  const photos = [
    photo('a', { audience: 'private', topic: 'Sea' }),
    photo('b', { audience: 'friends' }),
    photo('c', { audience: 'private', topic: 'Sea' }),
  ];
  expect(undoOf({ audience: 'public' }, photos, ids)).toEqual([
    { ids: ['a', 'c'], change: { audience: 'private' } },
    { ids: ['b'], change: { audience: 'friends' } },
  ]);
  expect(undoOf({ topic: 'Lake' }, photos, ids)).toEqual([
    { ids: ['a', 'c'], change: { topic: 'Sea' } },
    { ids: ['b'], change: { topic: '' } },
  ]);
});

test('undo takes only those tags off that a photo did not have before', () => {
  const photos = [photo('a', { tags: ['sea'] }), photo('b'), photo('c', { tags: ['sea', 'boat'] })];
  expect(undoOf({ add_tags: ['sea', 'boat'] }, photos, ids)).toEqual([
    { ids: ['a'], change: { remove_tags: ['boat'] } },
    { ids: ['b'], change: { remove_tags: ['sea', 'boat'] } },
  ]);
});

test('undo puts only those tags back that a photo had before', () => {
  const photos = [photo('a', { tags: ['sea', 'dog'] }), photo('b')];
  expect(undoOf({ remove_tags: ['sea', 'boat'] }, photos, ids)).toEqual([
    { ids: ['a'], change: { add_tags: ['sea'] } },
  ]);
});

test('a photo that was not changed is not set back', () => {
  expect(undoOf({ trash: true }, [photo('a'), photo('b')], ['b'])).toEqual([
    { ids: ['b'], change: { restore: true } },
  ]);
});

test('a date goes back by as much, and a photo leaves the trash or returns to it', () => {
  const photos = [photo('a'), photo('b')];
  expect(undoOf({ taken_shift: 60 }, photos, ids)).toEqual([
    { ids: ['a', 'b'], change: { taken_shift: -60 } },
  ]);
  expect(undoOf({ trash: true }, photos, ids)).toEqual([{ ids: ['a', 'b'], change: { restore: true } }]);
  expect(undoOf({ restore: true }, photos, ids)).toEqual([{ ids: ['a', 'b'], change: { trash: true } }]);
});

test('the page shows a change as the server makes it', () => {
  const one = photo('a', { tags: ['sea', 'dog'] });
  expect(fieldsAfter({ audience: 'friends' }, one)).toEqual({ audience: 'friends' });
  expect(fieldsAfter({ add_tags: ['dog', 'boat'] }, one)).toEqual({ tags: ['sea', 'dog', 'boat'] });
  expect(fieldsAfter({ remove_tags: ['sea'] }, one)).toEqual({ tags: ['dog'] });
  expect(fieldsAfter({ taken_shift: -400 }, one)).toMatchObject({ taken_at: 600 });
  expect(fieldsAfter({ restore: true }, one)).toMatchObject({ trashed_at: null });
});
