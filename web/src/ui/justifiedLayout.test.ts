import { describe, expect, test } from 'vitest';
import { justify } from './justifiedLayout';

const ratios = Array.from({ length: 200 }, (_, i) => [1.5, 0.75, 1, 1.78, 0.66][i % 5]!);

describe('justified rows', () => {
  test('fill the width to the pixel, but for the last one', () => {
    const { boxes } = justify(ratios, 1_000, 220, 4);
    const tops = [...new Set(boxes.map((box) => box.top))];
    for (const top of tops.slice(0, -1)) {
      const last = boxes.filter((box) => box.top === top).at(-1)!;
      expect(last.left + last.width).toBeCloseTo(1_000, 6);
    }
  });

  test('stay near the wanted height', () => {
    for (const box of justify(ratios, 1_000, 220, 4).boxes) {
      expect(box.height).toBeGreaterThan(150);
      expect(box.height).toBeLessThan(320);
    }
  });

  test('keep the order of the pictures and their shapes', () => {
    const { boxes } = justify(ratios, 390, 130, 2);
    expect(boxes).toHaveLength(200);
    boxes.forEach((box, i) => expect(box.width / box.height).toBeCloseTo(ratios[i]!, 6));
    for (let i = 1; i < boxes.length; i++) {
      const [before, box] = [boxes[i - 1]!, boxes[i]!];
      expect(box.top > before.top || box.left > before.left).toBe(true);
    }
  });

  test('show a single picture at the wanted height', () => {
    expect(justify([1.5], 1_000, 200, 4)).toEqual({
      boxes: [{ left: 0, top: 0, width: 300, height: 200 }],
      height: 200,
    });
  });

  test('survive panoramas, needles and narrow screens', () => {
    for (const box of justify([40, 0.01, 1, 12], 120, 200, 4).boxes) {
      expect(box.width).toBeGreaterThan(20);
      expect(box.width).toBeLessThanOrEqual(120.001);
      expect(Number.isFinite(box.height)).toBe(true);
    }
  });

  test('of nothing take no room', () => {
    expect(justify([], 1_000, 200, 4)).toEqual({ boxes: [], height: 0 });
  });
});

test('a hundred thousand pictures are laid out in a blink', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ratios[i % 200]!);
  // Time of the processor, which others may need meanwhile.
  const before = process.cpuUsage();
  justify(many, 1_200, 220, 4);
  const { user } = process.cpuUsage(before);
  expect(user / 1_000).toBeLessThan(500);
});
