import { t } from '../locale';
import { nearTime } from '../locale/time';

const DAY = 86_400_000;

/** How long a link lasts from now on, in milliseconds; null for always. */
export const lifetimes = { never: null, day: DAY, week: 7 * DAY, month: 30 * DAY };

export type Lifetime = keyof typeof lifetimes;

export function endOf(lifetime: Lifetime, now: number): number | null {
  const length = lifetimes[lifetime];
  return length === null ? null : now + length;
}

/** The words for an end with its time if it is near, and for others as they are written there. */
export interface EndWords {
  until: (when: string) => string;
  over: (when: string) => string;
  date: (time: number) => string;
}

/** Until when a link works, or when it ended. */
export function endInWords(end: number, now: number, { until, over, date }: EndWords): string {
  const near = nearTime(end, now);
  if (end > now) return until(near ?? date(end));
  return over(near ?? t.share.onDate(date(end)));
}
