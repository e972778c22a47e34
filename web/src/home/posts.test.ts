import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { postsOf } from './posts';

const MINUTE = 60_000;
const photo = (photo_id: string, minutes: number, more: Partial<Photo> = {}) =>
  ({
    photo_id,
    user_id: 1,
    topic: 'Sea',
    audience: 'friends',
    created_at: minutes * MINUTE,
    ...more,
  }) as Photo;
const cards = (...photos: Photo[]) =>
  postsOf(photos).map((post) => post.photos.map((one) => one.photo_id).join(''));

test('photos of one upload are one card, in the order of the list', () => {
  expect(cards(photo('c', 9), photo('b', 6), photo('a', 5))).toEqual(['cba']);
});

test.each([
  ['another person', { user_id: 2 }],
  ['another topic', { topic: '' }],
  ['another audience', { audience: 'private' as const }],
])('%s begins another card', (_, more) => {
  expect(cards(photo('b', 6), photo('a', 5, more))).toEqual(['b', 'a']);
});

test('so do some minutes without a photo', () => {
  expect(cards(photo('c', 20), photo('b', 14), photo('a', 13))).toEqual(['c', 'ba']);
});

test('somebody else’s photo between two keeps them apart, because reading follows time', () => {
  expect(cards(photo('c', 7), photo('b', 6, { user_id: 2 }), photo('a', 5))).toEqual(['c', 'b', 'a']);
});

test('a card stays the same one while photos join it', () => {
  const older = [photo('b', 6), photo('a', 5)];
  expect(postsOf([photo('c', 7), ...older])[0]!.key).toBe(postsOf(older)[0]!.key);
});
