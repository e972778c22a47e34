import { expect, test } from 'vitest';
import { ago, nearTime } from './time';

const now = Date.UTC(2026, 5, 15, 12);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, 'just now'],
  [-5 * minute, 'just now'],
  [59_000, 'just now'],
  [minute, '1 minute ago'],
  [59 * minute, '59 minutes ago'],
  [3 * hour + 59 * minute, '3 hours ago'],
  [day, 'yesterday'],
  [6 * day, '6 days ago'],
  [8 * day, 'last week'],
  [70 * day, '2 months ago'],
  [800 * day, '2 years ago'],
])('%d milliseconds ago reads "%s"', (passed, words) => {
  expect(ago(now - passed, now)).toBe(words);
});

test('a time says its hour today, tomorrow and yesterday, and is a date on other days', () => {
  const noon = new Date(2026, 10, 30, 12).getTime();
  const read = (hours: number) => nearTime(noon + hours * hour, noon)?.replace('\u202f', ' ');
  expect([-13, -11, 11, 12, 35, 36].map(read)).toEqual([
    'yesterday at 11:00 PM',
    'today at 1:00 AM',
    'today at 11:00 PM',
    'tomorrow at 12:00 AM',
    'tomorrow at 11:00 PM',
    undefined,
  ]);
});
