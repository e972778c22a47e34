import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RenderedRange } from './renderedRange.svelte';

const frames: FrameRequestCallback[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
});
afterEach(() => {
  vi.useRealTimers();
  frames.length = 0;
  vi.unstubAllGlobals();
});

function nextFrames(count: number) {
  for (let i = 0; i < count; i++) frames.shift()?.(0);
}

test('what is in sight is rendered alone at first', () => {
  const range = new RenderedRange();
  range.show(0, 600);
  nextFrames(50);
  expect([range.from, range.to]).toEqual([0, 600]);
  vi.advanceTimersByTime(2_000);
  nextFrames(50);
  expect([range.from, range.to]).toEqual([-1_200, 1_800]);
});

test('after a jump the upper half of the screen is rendered at once, and the rest and what is around it frame by frame', () => {
  const range = new RenderedRange();
  range.show(0, 600);
  range.show(12_000, 600);
  expect([range.from, range.to]).toEqual([12_000, 12_360]);
  nextFrames(3);
  expect([range.from, range.to]).toEqual([12_000, 12_720]);
  nextFrames(1);
  expect([range.from, range.to]).toEqual([11_880, 12_720]);
  nextFrames(50);
  expect([range.from, range.to]).toEqual([10_800, 13_800]);
  expect(frames).toEqual([]);
});

test('whoever comes back finds all that was in sight', () => {
  const range = new RenderedRange();
  range.show(12_000, 600);
  expect([range.from, range.to]).toEqual([12_000, 12_600]);
});

test('the range moves with a page that scrolls', () => {
  const range = new RenderedRange();
  range.show(0, 600);
  range.show(1, 600);
  nextFrames(50);
  range.show(500, 600);
  expect([range.from, range.to]).toEqual([-720, 2_400]);
});
