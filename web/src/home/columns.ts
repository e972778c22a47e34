import type { Photo } from '../api/types';
import { ratioOf } from '../photo/photo';

/** The approximate height of the text under a picture, relative to the width of a column. */
const WORDS = 0.35;

/** Distributes photos over columns: each goes to the shortest column, so the newest stay on top. */
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
