import { t } from './index';
import { language } from './intl/language';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });

/** For example "3 hours ago". If the clock is a little behind the server's, the result is "just now". */
export function ago(then: number, now: number): string {
  const passed = now - then;
  const unit = units.find(([, length]) => passed >= length);
  return unit ? relative.format(-Math.floor(passed / unit[1]), unit[0]) : t.common.justNow;
}

/** "last year", "2 years ago" */
export const yearsAgo = (years: number) => relative.format(-years, 'year');

/** A time that is read as if it were UTC: the clock on the wall where a photo was taken. */
const wall = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

const wallLong = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });

export const wallClock = (time: number) => wall.format(time);

export const wallDate = (time: number) => wallLong.format(time);

const dayOnWall = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
const monthOnWall = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "Saturday, May 4, 2024", from 2024-05-04 */
export const wallDay = (day: string) => dayOnWall.format(Date.parse(day));

const shortDayOnWall = new Intl.DateTimeFormat(language, {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});

/** "Sat, May 4", from 2024-05-04 */
export const shortWallDay = (day: string) => shortDayOnWall.format(Date.parse(day));

/** "May 2024", from 2024-05 */
export const wallMonth = (month: string) => monthOnWall.format(Date.parse(month));

export const exactTime = (then: number) => exact.format(then);

const date = new Intl.DateTimeFormat(language);
const longDate = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });

export const dateOf = (time: number) => date.format(time);

/** "May 2024" */
export const monthOf = (time: number) => month.format(time);

export const longDateOf = (time: number) => longDate.format(time);

export const timeOfDay = (time: number) => clock.format(time);

/** "today at 3:05 PM", and of yesterday and tomorrow; nothing of other days. */
export function nearTime(time: number, now: number): string | undefined {
  const days = [0, 1, -1].find((from) => dayKey(time) === dayKey(now + from * 86_400_000));
  return days === undefined ? undefined : t.common.dayAt(relative.format(days, 'day'), timeOfDay(time));
}

/** Days begin at midnight in the time zone of the browser. */
export const dayKey = (time: number) => new Date(time).toDateString();

/** "Today", "Yesterday", "Saturday, November 28" */
export function dayName(time: number, now: number): string {
  if (dayKey(time) === dayKey(now)) return t.common.today;
  if (dayKey(time) === dayKey(now - 86_400_000)) return t.common.yesterday;
  return day.format(time);
}
