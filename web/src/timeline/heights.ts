interface High {
  height: number;
  /** Where its photos end that are loaded: what is loaded next changes its height there. */
  loadedHeight: number;
}

interface Before {
  changesAt: number;
  height: number;
}

/** Where each of these begins; the last number is the height of all. */
export function topsOf(months: High[]): number[] {
  const tops = [0];
  for (const { height } of months) tops.push(tops.at(-1)! + height);
  return tops;
}

export function heightsOf<M extends High>(months: M[]): Map<M, Before> {
  const tops = topsOf(months);
  return new Map(
    months.map((month, i) => [month, { changesAt: tops[i]! + month.loadedHeight, height: month.height }]),
  );
}

/** Less than this of a month is not in sight: places on the page are rounded. */
const EDGE = 2;

/** How far a month is from what is in sight, which begins at `view`. */
export function distanceOf(top: number, end: number, view: number, screen: number): number {
  return Math.max(0, top - view - screen, view + EDGE - end);
}

/** How far what is in sight from `view` on has moved down, because something above it is higher now. */
export function movedBy<M extends High>(before: Map<M, Before>, months: M[], view: number): number {
  const tops = topsOf(months);
  let moved = 0;
  for (const [i, month] of months.entries()) {
    const { changesAt, height } = before.get(month) ?? { changesAt: tops[i]! - moved, height: 0 };
    if (changesAt < view) moved += month.height - height;
  }
  return moved;
}
