import { expect, test } from 'vitest';
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import { pixelsOf } from './thumbHash';

/** A picture with a dark corner, a bright one, and more of one colour to the right. */
function picture(w: number, h: number, opacity: (x: number) => number): Uint8Array {
  const rgba = Array.from({ length: w * h }, (_, i) => {
    const [x, y] = [(i % w) / w, Math.floor(i / w) / h];
    return [255 * x * y, 200 * (1 - x), 255 * y * y, 255 * opacity(x)];
  });
  return rgbaToThumbHash(w, h, rgba.flat());
}

test.each([
  ['wide', picture(96, 48, () => 1)],
  ['high', picture(40, 90, () => 1)],
  ['partly transparent', picture(80, 60, (x) => x)],
])('a %s picture is that of the library, at half the size', (_, hash) => {
  const [ours, theirs] = [pixelsOf(hash), thumbHashToRGBA(hash)];
  expect([ours.w, ours.h]).toEqual([Math.round(theirs.w / 2), Math.round(theirs.h / 2)]);
  const at = ({ w, h, rgba }: typeof theirs | typeof ours, x: number, y: number) => [
    ...rgba.slice((Math.floor(y * h) * w + Math.floor(x * w)) * 4).slice(0, 4),
  ];
  for (const [x, y] of [0.1, 0.3, 0.6, 0.9].flatMap((x) => [0.1, 0.4, 0.9].map((y) => [x, y] as const)))
    for (const [i, value] of at(ours, x, y).entries())
      expect(Math.abs(value - at(theirs, x, y)[i]!)).toBeLessThan(24);
});
