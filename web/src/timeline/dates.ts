import type { Photo } from '../api/types';
import { ratioOf } from '../photo/photo';
import type { DayOfRatios } from './monthLayout';

/** As in 2024-05-04: photos are dated by the clock on the wall where they were taken, read as UTC. */
export const dayOf = (photo: Photo) => new Date(photo.taken_at).toISOString().slice(0, 10);
export const monthOf = (photo: Photo) => dayOf(photo).slice(0, 7);

const DAY_MS = 86_400_000;

/** The days of photos that are in the order in which they were taken. Quick: a month may have thousands. */
export function byDay(photos: Photo[]): DayOfRatios[] {
  const days: DayOfRatios[] = [];
  let last: number | undefined;
  for (const photo of photos) {
    const day = Math.floor(photo.taken_at / DAY_MS);
    if (day !== last) days.push({ key: dayOf(photo), ratios: [] });
    last = day;
    days.at(-1)!.ratios.push(ratioOf(photo));
  }
  return days;
}

/** Newest first. */
export const byTaken = (photos: Photo[]): Photo[] =>
  photos
    .map((photo) => ({ photo, taken: photo.taken_at }))
    .sort((one, other) => other.taken - one.taken)
    .map(({ photo }) => photo);

/** Whether a photo was taken in a month. */
export function isWithin(key: string): (photo: Photo) => boolean {
  const [year, month] = key.split('-').map(Number);
  const [start, end] = [Date.UTC(year!, month! - 1), Date.UTC(year!, month!)];
  return ({ taken_at }) => taken_at >= start && taken_at < end;
}

export const byMonth = (photos: Photo[]): Photo[][] => [...grouped(photos, monthOf).values()];

/** In the order in which the keys are met first. */
function grouped(photos: Photo[], keyOf: (photo: Photo) => string): Map<string, Photo[]> {
  const groups = new Map<string, Photo[]>();
  for (const photo of photos) {
    const key = keyOf(photo);
    const group = groups.get(key);
    if (group) group.push(photo);
    else groups.set(key, [photo]);
  }
  return groups;
}

export function without(photos: Photo[], others: Photo[]): Photo[] {
  const known = new Set(others);
  return photos.filter((photo) => !known.has(photo));
}
