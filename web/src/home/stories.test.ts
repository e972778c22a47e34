import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import type { Post } from './posts';
import { cardsOf, type Story } from './stories';

const photo = (photo_id: string, created_at: number) => ({ photo_id, created_at }) as Photo;
const post = (at: number, ...ids: [string, ...string[]]): Post => ({
  key: ids.at(-1)!,
  photos: ids.map((id) => photo(id, at)) as Post['photos'],
});
const story = (added_at: number, added: number, ...ids: string[]) =>
  ({
    album: { album_id: 'lisbon' },
    added_by: { user_id: 1 },
    added,
    added_at,
    photos: ids.map((id) => photo(id, added_at)),
  }) as unknown as Story;
const keys = (...args: Parameters<typeof cardsOf>) => cardsOf(...args).map(({ key }) => key);

test('stories stand among the posts by their time, and in one part of Home alone', () => {
  const [posts, stories] = [[post(30, 'c'), post(10, 'a')], [story(20, 9, 'x')]];
  expect(keys(posts, stories, 0, Infinity)).toEqual(['c', 'lisbon 1 20', 'a']);
  expect(keys(posts, stories, 20, Infinity)).toEqual(['c', 'a']);
  expect(keys(posts, stories, 0, 20)).toEqual(['c', 'lisbon 1 20', 'a']);
});

test('photos of which a story tells are no card of their own, unless the card has more', () => {
  expect(keys([post(20, 'a', 'b')], [story(21, 24, 'a')], 0, Infinity)).toEqual(['lisbon 1 21']);
  expect(keys([post(20, 'a', 'b', 'c')], [story(21, 2, 'a')], 0, Infinity)).toEqual(['lisbon 1 21', 'c']);
});
