import { request } from '../api/request';
import type { Photo, Schemas } from '../api/types';

/** More years would be more requests than a side column is worth. */
const YEARS = 3;

const two = (number: number) => String(number).padStart(2, '0');

/** My photos that were taken on this day in earlier years, the latest year first. */
export async function onThisDay(today: Date): Promise<Photo[]> {
  const [year, month] = [today.getFullYear(), two(today.getMonth() + 1)];
  const months = await request<Schemas['Month'][]>('/api/photos/months?scope=profile');
  const then = months
    .map((one) => one.month)
    .filter((one) => one.endsWith(`-${month}`) && one < `${year}-01`);
  const found = await Promise.all(then.slice(0, YEARS).map(takenIn));
  return found.flat().filter((photo) => new Date(photo.taken_at).getUTCDate() === today.getDate());
}

const takenIn = (month: string) =>
  request<Photo[]>(`/api/photos?scope=profile&order=taken&month=${month}&limit=200`);
