import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem, unreachable } from '../api/problem';
import { connection } from '../live/connection.svelte';
import { withRetries } from './retry';

let attempts: Mock[];
type Mock = () => Promise<string>;
const attempt = vi.fn(() => attempts.shift()!());
const fails = (error: Problem) => () => Promise.reject(error);
const works = () => Promise.resolve('there');
const busy = (retryAfter: number) => fails(new Problem('Busy.', 503, 'busy', undefined, retryAfter));

beforeEach(() => {
  vi.useFakeTimers();
  attempt.mockClear();
});

afterEach(() => {
  connection.forget();
  vi.useRealTimers();
});

const start = (...planned: Mock[]) => {
  attempts = planned;
  const cancel = new AbortController();
  const result = withRetries(attempt, cancel.signal).catch((error: Error) => error);
  return { result, cancel };
};

test('a lost connection is waited for, however long, and then it goes on by itself', async () => {
  const { result } = start(fails(unreachable()), fails(unreachable()), works);
  connection.lose();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(attempt).toHaveBeenCalledTimes(1);
  connection.back();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await result).toBe('there');
});

test('a busy server is asked again when it says', async () => {
  const { result } = start(busy(7), works);
  await vi.advanceTimersByTimeAsync(6_900);
  expect(attempt).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(await result).toBe('there');
});

test.each([
  ['a refusal', new Problem('Not a picture.', 400, 'not_an_image'), 1],
  ['a limit that lasts', new Problem('Too many.', 429, 'too_many', undefined, 3_600), 1],
  ['what never gets through', unreachable(), 13],
])('%s is told', async (_, problem, tries) => {
  const { result } = start(...Array<Mock>(20).fill(fails(problem)));
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(await result).toBe(problem);
  expect(attempt).toHaveBeenCalledTimes(tries);
});

test('who takes the file back waits for nothing', async () => {
  const { result, cancel } = start(busy(7), works);
  await vi.advanceTimersByTimeAsync(1_000);
  cancel.abort();
  expect(await result).toBe(cancel.signal.reason);
  expect(attempt).toHaveBeenCalledTimes(1);
});
