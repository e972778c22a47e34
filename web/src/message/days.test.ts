import { expect, test } from 'vitest';
import { days } from './days';
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
