const DAY = 86_400_000;

/** How long a link lasts from now on, in milliseconds; null for always. */
export const lifetimes = { never: null, day: DAY, week: 7 * DAY, month: 30 * DAY };

export type Lifetime = keyof typeof lifetimes;

export function endOf(lifetime: Lifetime, now: number): number | null {
  const length = lifetimes[lifetime];
  return length === null ? null : now + length;
}
