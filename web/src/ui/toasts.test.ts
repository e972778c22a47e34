import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toasts } from './toasts.svelte';

let toasts: Toasts;
const text = () => toasts.shown.map((toast) => toast.text);

beforeEach(() => {
  vi.useFakeTimers();
  toasts = new Toasts();
});
afterEach(() => void vi.useRealTimers());

test('what can be undone is done when its toast goes', () => {
  const done = vi.fn(async () => {});
  toasts.show('Comment deleted.', { undo: () => {}, done });
  vi.advanceTimersByTime(5_000);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(done).toHaveBeenCalledOnce();
  expect(text()).toEqual([]);
});

test('what was undone is never done', async () => {
  const [undo, done] = [vi.fn(), vi.fn(async () => {})];
  toasts.show('Comment deleted.', { undo, done });
  toasts.undo(toasts.shown[0]!);
  await toasts.flush();
  vi.advanceTimersByTime(60_000);
  expect(undo).toHaveBeenCalledOnce();
  expect(done).not.toHaveBeenCalled();
});

test('a page that leaves does at once what waits, and once', async () => {
  const done = vi.fn(async () => {});
  toasts.show('Comment deleted.', { undo: () => {}, done });
  await toasts.flush();
  vi.advanceTimersByTime(60_000);
  expect(done).toHaveBeenCalledOnce();
});

test('what failed is brought back and said', async () => {
  const undo = vi.fn();
  const done = () => Promise.reject(new Error('Lumina cannot be reached.'));
  toasts.show('Comment deleted.', { undo, done, failed: (error) => (error as Error).message });
  await toasts.flush();
  expect(undo).toHaveBeenCalledOnce();
  expect(text()).toEqual(['Lumina cannot be reached.']);
});

test('a toast stays for as long as somebody holds it', () => {
  toasts.show('Comment deleted.', { undo: () => {} });
  toasts.pause(toasts.shown[0]!);
  vi.advanceTimersByTime(60_000);
  expect(text()).toEqual(['Comment deleted.']);
  toasts.resume(toasts.shown[0]!);
  vi.advanceTimersByTime(60_000);
  expect(text()).toEqual([]);
});

test('the same words are shown once, but no way back is lost by them', () => {
  toasts.show('Saved.');
  toasts.show('Saved.');
  expect(text()).toEqual(['Saved.']);
  toasts.show('Comment deleted.', { undo: () => {} });
  toasts.show('Comment deleted.', { undo: () => {} });
  expect(text()).toEqual(['Saved.', 'Comment deleted.', 'Comment deleted.']);
});
