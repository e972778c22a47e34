import { expect, test } from 'vitest';
import { distanceOf, heightsOf, movedBy, topsOf } from './heights';

const month = (height: number, loadedHeight = 0) => ({ height, loadedHeight });

test('what is in sight moves by what grows above it, and by nothing else', () => {
  const [above, here, below] = [month(1000), month(500, 200), month(800)];
  const months = [above, here, below];
  const before = heightsOf(months);
  above.height = 1100;
  here.height = 540;
  below.height = 900;
  expect(topsOf(months)).toEqual([0, 1100, 1640, 2540]);
  expect(movedBy(before, months, 1100)).toBe(100);
  expect(movedBy(before, months, 1300)).toBe(140);
  expect(movedBy(before, months, 0)).toBe(0);
});

test('a month that is new above what is in sight moves it', () => {
  const [first, last] = [month(1000, 1000), month(500)];
  const before = heightsOf([first, last]);
  const between = month(300, 300);
  expect(movedBy(before, [first, between, last], 1200)).toBe(300);
  expect(movedBy(before, [first, last, between], 1200)).toBe(0);
});

test('a month that ends where the screen begins is farther than the one that begins there', () => {
  for (const view of [999.5, 1000, 1000.4]) {
    expect(distanceOf(1000, 2000, view, 800)).toBe(0);
    expect(distanceOf(0, 1000, view, 800)).toBeGreaterThan(0);
  }
  expect(distanceOf(1000, 2000, 150, 800)).toBe(50);
});
