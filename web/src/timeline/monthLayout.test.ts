import { describe, expect, test } from 'vitest';
import { DAY_HEADING, firstBelow, heightOf, layOutMonth, MONTH_HEADING } from './monthLayout';

const measures = { width: 1000, row: 200, gap: 4 };
const day = (key: string, count: number, ratio = 1) => ({ key, ratios: Array<number>(count).fill(ratio) });

describe('a month', () => {
  test('shows days with few photos side by side', () => {
    const { days, boxes, height } = layOutMonth([day('b', 2), day('a', 2)], measures);
    expect(days.map(({ left, top }) => [left, top])).toEqual([
      [0, MONTH_HEADING],
      [428, MONTH_HEADING],
    ]);
    expect(boxes.map(({ left }) => left)).toEqual([0, 204, 428, 632]);
    expect(height).toBe(MONTH_HEADING + DAY_HEADING + 200 + 8);
  });

  test('gives a day with many photos rows of its own', () => {
    const { days, boxes } = layOutMonth([day('c', 1), day('b', 12), day('a', 1)], measures);
    const [c, b, a] = days;
    expect([c!.left, b!.left, a!.left]).toEqual([0, 0, 0]);
    expect(b!.top).toBeGreaterThan(c!.top + 200);
    expect(a!.top).toBeGreaterThan(boxes[12]!.top + boxes[12]!.height);
    expect([b!.first, b!.end]).toEqual([1, 13]);
  });

  test('leaves room for the heading of a day with one thin photo', () => {
    const [thin, next] = layOutMonth([day('b', 1, 0.5), day('a', 1)], measures).days;
    expect(thin!.width).toBe(180);
    expect(next!.left).toBe(204);
    expect(next!.width).toBe(1000 - 204);
  });

  test('of photos not loaded is about as high as it will be', () => {
    const ratios = Array.from({ length: 120 }, (_, i) => (i % 3 ? 1.5 : 0.75));
    const days = Array.from({ length: 12 }, (_, i) => ({
      key: `${i}`,
      ratios: ratios.slice(i * 10, i * 10 + 10),
    }));
    const real = layOutMonth(days, measures).height - MONTH_HEADING;
    expect(heightOf(120, measures) / real).toBeGreaterThan(0.7);
    expect(heightOf(120, measures) / real).toBeLessThan(1.3);
  });
});

test('the first box in sight is found by its lower edge', () => {
  const { boxes } = layOutMonth([day('a', 50)], measures);
  const at = firstBelow(boxes, 500);
  expect(boxes[at]!.top + boxes[at]!.height).toBeGreaterThanOrEqual(500);
  expect(boxes[at - 1]!.top + boxes[at - 1]!.height).toBeLessThan(500);
  expect(firstBelow(boxes, 1e9)).toBe(50);
});
