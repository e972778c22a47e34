/** A year, and where it begins on the scrubber: from 0 at its top to 1. */
export interface Mark {
  year: string;
  at: number;
}

/** The part of the way from the first photo to the last one that a place on the wall is at. */
export const partOf = (y: number, height: number, screen: number) =>
  Math.min(1, Math.max(0, y / Math.max(1, height - screen)));

/**
 * The newest month of each year, without those that would touch another one.
 *
 * @param months their keys, newest first, as in 2024-05
 * @param least the least distance of two marks, as a part of the scrubber
 */
export function yearMarks(months: string[], parts: number[], least: number): Mark[] {
  const marks: Mark[] = [];
  for (const [i, month] of months.entries()) {
    const [year, at] = [month.slice(0, 4), parts[i]!];
    if (i > 0 && months[i - 1]!.startsWith(year)) continue;
    if (marks.length === 0 || at - marks.at(-1)!.at >= least) marks.push({ year, at });
  }
  return marks;
}

/** The month that a place is in. */
export function monthAt(tops: number[], y: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The month to which a key leads; null if it is no key of the scrubber. Older months have higher numbers. */
export function monthAfter(key: string, at: number, months: string[]): number | null {
  const last = months.length - 1;
  const year = Number(months[at]!.slice(0, 4));
  const ofYear = (wanted: number) => months.findIndex((month) => Number(month.slice(0, 4)) <= wanted);
  const newest = ofYear(year);
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return Math.max(0, at - 1);
    case 'ArrowDown':
    case 'ArrowLeft':
      return Math.min(last, at + 1);
    case 'PageUp':
      return newest < at ? newest : Math.max(0, ofYear(Number(months[Math.max(0, newest - 1)]!.slice(0, 4))));
    case 'PageDown': {
      const older = ofYear(year - 1);
      return older < 0 ? last : older;
    }
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
