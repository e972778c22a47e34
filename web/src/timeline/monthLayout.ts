import { justify, type Box } from '../ui/justifiedLayout';

/** The width of the wall, and how its rows should be, in pixels. */
export interface Measures {
  width: number;
  row: number;
  gap: number;
}

/** The photos of a day: their keys are as in 2024-05-04. */
export interface DayOfRatios {
  key: string;
  ratios: number[];
}

export interface DayBox extends Box {
  key: string;
  /** The index of its first photo, and of the one after its last. */
  first: number;
  end: number;
}

/** Where the headings and photos of a month are, from its top. */
export interface MonthLayout {
  days: DayBox[];
  boxes: Box[];
  height: number;
}

export const MONTH_HEADING = 52;
export const DAY_HEADING = 44;
const BELOW_DAYS = 8;
const BETWEEN_DAYS = 24;
/** So narrow that the heading of a day can still be read. */
const NARROWEST = 180;
const USUAL_RATIO = 1.4;

/** Days with few photos stand side by side, others fill rows of their own. */
export function layOutMonth(days: DayOfRatios[], measures: Measures): MonthLayout {
  const { width, row, gap } = measures;
  const layout: MonthLayout = { days: [], boxes: [], height: MONTH_HEADING };
  let [left, beside] = [0, 0];
  const nextLine = () => {
    const last = layout.days.at(-1);
    if (last) last.width = width - last.left; // room for its heading
    layout.height += beside;
    left = beside = 0;
  };
  for (const { key, ratios } of days) {
    const day = justify(ratios, width, row, gap);
    const right = day.boxes.at(-1)!;
    const alone = right.top > 0;
    const wide = alone ? width : Math.max(right.left + right.width, Math.min(NARROWEST, width));
    if (left + wide > width) nextLine();
    const first = layout.boxes.length;
    const top = layout.height;
    const height = DAY_HEADING + day.height;
    layout.days.push({ key, first, end: first + ratios.length, left, top, width: wide, height });
    for (const box of day.boxes)
      layout.boxes.push({ ...box, left: box.left + left, top: box.top + top + DAY_HEADING });
    left += wide + BETWEEN_DAYS;
    beside = Math.max(beside, height + BELOW_DAYS);
  }
  nextLine();
  return layout;
}

/** About how high so many photos are that are not loaded yet. */
export function heightOf(count: number, { width, row, gap }: Measures): number {
  const inRow = Math.max(1, width / (row * USUAL_RATIO));
  return Math.ceil(count / inRow) * (row + gap + DAY_HEADING / 2);
}

/** The first of these boxes, which go downwards, that ends below `y`. */
export function firstBelow(boxes: Box[], y: number): number {
  let [low, high] = [0, boxes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[middle]!.top + boxes[middle]!.height < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
