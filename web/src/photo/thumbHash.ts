import { thumbHashToApproximateAspectRatio } from 'thumbhash';

/** The longer side in pixels: five for each period of the shortest wave in a ThumbHash. */
const LONG = 16;
/** What was rounded off is given back to the colours. */
const SATURATION = 1.25;

/** The waves of one channel: rows of cosines, the slowest first. */
interface Channel {
  mean: number;
  waves: number[][];
}

/**
 * The picture of a ThumbHash. The library's own decoder takes five times as long, because it computes all cosines for
 * each of four times as many pixels; a wall shows dozens of these pictures at once.
 */
export function pixelsOf(hash: Uint8Array): { w: number; h: number; rgba: Uint8ClampedArray } {
  const ratio = thumbHashToApproximateAspectRatio(hash);
  const [w, h] = [Math.round(LONG * Math.min(1, ratio)), Math.round(LONG / Math.max(1, ratio))];
  const [l, p, q, a] = channelsOf(hash).map((channel) => draw(channel, w, h));
  const rgba = new Uint8ClampedArray(w * h * 4);
  for (let i = 0; i < w * h; i++) {
    const blue = l![i]! - (2 / 3) * p![i]!;
    const red = (3 * l![i]! - blue + q![i]!) / 2;
    rgba[i * 4] = 255 * red;
    rgba[i * 4 + 1] = 255 * (red - q![i]!);
    rgba[i * 4 + 2] = 255 * blue;
    rgba[i * 4 + 3] = 255 * (a ? a[i]! : 1);
  }
  return { w, h, rgba };
}

/** Lightness, two of colour, and opacity if there is any. */
function channelsOf(hash: Uint8Array): Channel[] {
  const [start, shape] = [hash[0]! | (hash[1]! << 8) | (hash[2]! << 16), hash[3]! | (hash[4]! << 8)];
  const hasAlpha = start >> 23 === 1;
  const [long, short] = [hasAlpha ? 5 : 7, Math.max(3, shape & 7)];
  const [nx, ny] = shape >> 15 ? [long, short] : [short, long];
  let at = hasAlpha ? 12 : 10;
  const next = () => (hash[at >> 1]! >> ((at++ & 1) << 2)) & 15;
  const channel = (mean: number, scale: number, nx: number, ny: number) => ({
    mean,
    waves: Array.from({ length: ny }, (_, y) => {
      const count = Math.ceil((nx * (ny - y)) / ny);
      return Array.from({ length: count }, (_, x) => (x || y ? (next() / 7.5 - 1) * scale : 0));
    }),
  });
  const bits = (of: number, from: number, most: number) => ((of >> from) & most) / most;
  const colour = (from: number, scaleFrom: number) =>
    channel(((start >> from) & 63) / 31.5 - 1, bits(shape, scaleFrom, 63) * SATURATION, 3, 3);
  const channels = [channel(bits(start, 0, 63), bits(start, 18, 31), nx, ny), colour(6, 3), colour(12, 9)];
  if (hasAlpha) channels.push(channel((hash[5]! & 15) / 15, (hash[5]! >> 4) / 15, 5, 5));
  return channels;
}

/** Loops, because most of these run before the browser has compiled them. */
function draw({ mean, waves }: Channel, w: number, h: number): Float64Array {
  const [across, down] = [cosines(w, waves[0]!.length), cosines(h, waves.length)];
  const pixels = new Float64Array(w * h).fill(mean);
  for (let y = 0, start = 0; y < h; y++, start += w) {
    for (let cx = 0; cx < across.length; cx++) {
      let wave = 0;
      for (let cy = 0; cy < waves.length && cx < waves[cy]!.length; cy++)
        wave += waves[cy]![cx]! * down[cy]![y]!;
      for (let x = 0; x < w; x++) pixels[start + x]! += 2 * wave * across[cx]![x]!;
    }
  }
  return pixels;
}

/** Of each wave, what it is at the middle of each of so many pixels. */
const cosines = (pixels: number, waves: number) =>
  Array.from({ length: waves }, (_, wave) =>
    Array.from({ length: pixels }, (_, i) => Math.cos((Math.PI / pixels) * (i + 0.5) * wave)),
  );
