import { expect, test } from 'vitest';
import { leftOf, rightOf } from './steps';

const order = ['a', 'b', 'c', 'd'];

test('a step to the left ends before the neighbour, and stops at the beginning', () => {
  expect(leftOf(order, ['c'])).toBe('b');
  expect(leftOf(order, ['b', 'd'])).toBe('a');
  expect(leftOf(order, ['a', 'c'])).toBeUndefined();
});

test('a step to the right ends after the neighbour, and stops at the end', () => {
  expect(rightOf(order, ['a'])).toBe('c');
  expect(rightOf(order, ['a', 'c'])).toBeNull();
  expect(rightOf(order, ['d'])).toBeUndefined();
});
