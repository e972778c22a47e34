import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import { Toasts } from './toasts.svelte';

let toasts: Toasts;
const words = () => toasts.shown.map((toast) => toast.words);

beforeEach(() => {
  vi.useFakeTimers();
  toasts = new Toasts();
});
afterEach(() => void vi.useRealTimers());

test('what can be undone is done when its toast goes', () => {
  const done = vi.fn(async () => {});
  toasts.say('Comment deleted.', { undo: () => {}, done });
  vi.advanceTimersByTime(5_000);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(done).toHaveBeenCalledOnce();
  expect(words()).toEqual([]);
});

test('what was undone is never done', async () => {
  const [undo, done] = [vi.fn(), vi.fn(async () => {})];
  toasts.say('Comment deleted.', { undo, done });
  toasts.undo(toasts.shown[0]!);
  await toasts.settle();
  vi.advanceTimersByTime(60_000);
  expect(undo).toHaveBeenCalledOnce();
  expect(done).not.toHaveBeenCalled();
});

test('a page that leaves does at once what waits, and once', async () => {
  const done = vi.fn(async () => {});
  toasts.say('Comment deleted.', { undo: () => {}, done });
  await toasts.settle();
  vi.advanceTimersByTime(60_000);
  expect(done).toHaveBeenCalledOnce();
});

test('what failed is brought back and said', async () => {
  const undo = vi.fn();
  const done = () => Promise.reject(new Problem('Lumina cannot be reached.', 0, 'unreachable'));
  toasts.say('Comment deleted.', { undo, done });
  await toasts.settle();
  expect(undo).toHaveBeenCalledOnce();
  expect(words()).toEqual(['Lumina cannot be reached.']);
});

test('a toast stays for as long as somebody holds it', () => {
  toasts.say('Comment deleted.', { undo: () => {} });
  toasts.hold(toasts.shown[0]!);
  vi.advanceTimersByTime(60_000);
  expect(words()).toEqual(['Comment deleted.']);
  toasts.release(toasts.shown[0]!);
  vi.advanceTimersByTime(60_000);
  expect(words()).toEqual([]);
});

test('the same words are shown once, but no way back is lost by them', () => {
  toasts.say('Saved.');
  toasts.say('Saved.');
  expect(words()).toEqual(['Saved.']);
  toasts.say('Comment deleted.', { undo: () => {} });
  toasts.say('Comment deleted.', { undo: () => {} });
  expect(words()).toEqual(['Saved.', 'Comment deleted.', 'Comment deleted.']);
});
