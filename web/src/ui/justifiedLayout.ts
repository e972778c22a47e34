export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Justified {
  boxes: Box[];
  height: number;
}

/** Limits the ratio of a picture: a single panorama would make its row almost invisible. */
const FLATTEST = 4;
const THINNEST = 0.4;

/**
 * Arranges pictures of the given ratios (width by height) in rows that fill the whole width, each close to the wanted
 * height. The last row keeps that height instead of being enlarged.
 */
export function justify(ratios: number[], width: number, wanted: number, gap: number): Justified {
  const boxes: Box[] = [];
  let top = 0;
  for (let start = 0; start < ratios.length;) {
    const { end, height } = rowFrom(start, ratios, width, wanted, gap);
    let left = 0;
    for (let i = start; i < end; i++) {
      const own = clamp(ratios[i]!) * height;
      boxes.push({ left, top, width: own, height });
      left += own + gap;
    }
    top += height + gap;
    start = end;
  }
  return { boxes, height: Math.max(0, top - gap) };
}

/** A row ends before or after the picture that exceeds it, whichever is closer to the wanted height. */
function rowFrom(start: number, ratios: number[], width: number, wanted: number, gap: number) {
  let sum = 0;
  for (let i = start; i < ratios.length; i++) {
    const gaps = (i - start) * gap;
    const without = sum;
    sum += clamp(ratios[i]!);
    const height = (width - gaps) / sum;
    if (height > wanted) continue;
    const taller = i > start ? (width - gaps + gap) / without : Infinity;
    return taller / wanted < wanted / height ? { end: i, height: taller } : { end: i + 1, height };
  }
  return { end: ratios.length, height: Math.min(wanted, width / Math.max(sum, 0.01)) };
}

function clamp(ratio: number): number {
  return Math.min(FLATTEST, Math.max(THINNEST, ratio));
}
