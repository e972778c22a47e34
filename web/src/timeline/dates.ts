import type { Photo } from '../api/types';
import { ratioOf } from '../photo/photo';
import type { DayOfRatios } from './monthLayout';

/** As in 2024-05-04: photos are dated by the clock on the wall where they were taken, read as UTC. */
export const dayOf = (photo: Photo) => new Date(photo.taken_at).toISOString().slice(0, 10);
export const monthOf = (photo: Photo) => dayOf(photo).slice(0, 7);

export const byDay = (photos: Photo[]): DayOfRatios[] =>
  [...grouped(photos, dayOf)].map(([key, ofDay]) => ({ key, ratios: ofDay.map(ratioOf) }));

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
