import type { Photo } from '../api/types';
import { ratioOf } from '../photo/photo';

/** The words under a picture are about this high, in widths of a column. */
const WORDS = 0.35;

/** Deals photos to columns: each goes to the one that is shortest so far, so the newest stay on top. */
export function columnsOf(photos: Photo[], count: number): Photo[][] {
  const columns: Photo[][] = Array.from({ length: count }, () => []);
  const heights = columns.map(() => 0);
  for (const photo of photos) {
    const shortest = heights.indexOf(Math.min(...heights));
    columns[shortest]!.push(photo);
    heights[shortest]! += 1 / ratioOf(photo) + WORDS;
  }
  return columns;
}
