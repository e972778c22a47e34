import { expect, test } from 'vitest';
import { duration } from './duration';

test('a length is written as players write it', () => {
  expect(duration(400)).toBe('0:01');
  expect(duration(9_400)).toBe('0:09');
  expect(duration(750_000)).toBe('12:30');
  expect(duration(3_723_000)).toBe('1:02:03');
});
