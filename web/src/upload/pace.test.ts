import { expect, test } from 'vitest';
import { Pace } from './pace.svelte';

test('the speed is that of the last seconds', () => {
  let now = 0;
  const pace = new Pace(() => now);
  for (; now <= 10_000; now += 500) pace.note(500_000);
  expect(pace.speed).toBe(1_000_000);
  expect(pace.secondsFor(60_000_000)).toBe(60);
  for (; now <= 40_000; now += 500) pace.note(50_000);
  expect(pace.speed).toBe(100_000);
});

test('of a moment nothing is said', () => {
  const pace = new Pace(() => 0);
  pace.note(1_000_000);
  pace.note(1_000_000);
  expect(pace.secondsFor(1)).toBeUndefined();
});
