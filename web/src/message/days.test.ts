import { expect, test } from 'vitest';
import { days, endsGroup } from './days';
import type { ShownMessage } from './outbox.svelte';

const now = new Date(2026, 5, 15, 12).getTime();
const at = (time: Date) => ({ timestamp: time.getTime() }) as ShownMessage;

test('messages stand under their days', () => {
  const messages = [
    at(new Date(2026, 5, 3, 9)),
    at(new Date(2026, 5, 14, 23, 59)),
    at(new Date(2026, 5, 15, 0, 1)),
    at(new Date(2026, 5, 15, 11)),
  ];
  expect(days(messages, now).map((day) => [day.label, day.messages.length])).toEqual([
    ['Wednesday, June 3', 1],
    ['Yesterday', 1],
    ['Today', 2],
  ]);
});

test('words of one person within a minute belong together', () => {
  const said = (from_user_id: number, minutes: number, seconds: number) =>
    ({ from_user_id, timestamp: new Date(2026, 5, 15, 9, minutes, seconds).getTime() }) as ShownMessage;
  expect(endsGroup(said(1, 0, 5), said(1, 0, 50))).toBe(false);
  expect(endsGroup(said(1, 0, 59), said(1, 1, 0))).toBe(true);
  expect(endsGroup(said(1, 0, 5), said(2, 0, 6))).toBe(true);
  expect(endsGroup(said(1, 0, 5), undefined)).toBe(true);
});
