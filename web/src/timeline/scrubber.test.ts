import { describe, expect, test } from 'vitest';
import { monthAfter, monthAt, partOf, yearMarks } from './scrubber';

const months = ['2025-03', '2025-01', '2024-12', '2024-05', '2021-07'];

test('each year is marked where its newest month begins, unless another mark is too near', () => {
  const parts = [0, 0.2, 0.4, 0.6, 0.9];
  expect(yearMarks(months, parts, 0.1)).toEqual([
    { year: '2025', at: 0 },
    { year: '2024', at: 0.4 },
    { year: '2021', at: 0.9 },
  ]);
  expect(yearMarks(months, parts, 0.5).map(({ year }) => year)).toEqual(['2025', '2021']);
});

test('a place belongs to the month that began last', () => {
  const tops = [0, 100, 100, 300, 500, 900];
  expect([-5, 0, 99, 100, 299, 300, 5000].map((y) => monthAt(tops, y))).toEqual([0, 0, 0, 2, 2, 3, 4]);
  expect(monthAt([0], 10)).toBe(0);
});

test('the last screen is the end of the scrubber', () => {
  expect(partOf(400, 1000, 200)).toBe(0.5);
  expect(partOf(800, 1000, 200)).toBe(1);
  expect(partOf(-10, 100, 200)).toBe(0);
});

describe('keys', () => {
  test('go month by month, and end at both ends', () => {
    expect(monthAfter('ArrowDown', 0, months)).toBe(1);
    expect(monthAfter('ArrowUp', 0, months)).toBe(0);
    expect(monthAfter('ArrowDown', 4, months)).toBe(4);
    expect(monthAfter('Home', 3, months)).toBe(0);
    expect(monthAfter('End', 0, months)).toBe(4);
    expect(monthAfter('x', 0, months)).toBeNull();
  });

  test('go to the newest month of a year', () => {
    expect(monthAfter('PageDown', 0, months)).toBe(2);
    expect(monthAfter('PageDown', 2, months)).toBe(4);
    expect(monthAfter('PageUp', 3, months)).toBe(2);
    expect(monthAfter('PageUp', 2, months)).toBe(0);
    expect(monthAfter('PageUp', 4, months)).toBe(2);
  });
});
