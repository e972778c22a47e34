import { expect, test } from 'vitest';
import { merged } from './merge';

const one = (id: string, at: number, text = id) => ({ id, at, text });
const sortKeyOf = (place: ReturnType<typeof one>) => place;
const texts = (list: ReturnType<typeof one>[]) => list.map((place) => place.text);

test('what comes late stands where the server has it', () => {
  expect(texts(merged([one('a', 1), one('c', 3)], [one('b', 2)], sortKeyOf))).toEqual(['a', 'b', 'c']);
});

test('what has the same time stands by id, whoever came first', () => {
  expect(texts(merged([one('b', 1), one('c', 1)], [one('a', 1)], sortKeyOf))).toEqual(['a', 'b', 'c']);
});

test('what is told twice is there once, as it was told last', () => {
  expect(texts(merged([one('a', 1, 'old')], [one('a', 1, 'new')], sortKeyOf))).toEqual(['new']);
});
