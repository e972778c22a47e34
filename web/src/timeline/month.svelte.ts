import type { Photo } from '../api/types';
import { photoCache } from '../photo/photoCache.svelte';
import { byDay, byTaken, isWithin, without } from './dates';
import { heightOf, layOutMonth, MONTH_HEADING, type Measures, type MonthLayout } from './monthLayout';

/** The photos of a month, of which those at its top are loaded. */
export class Month {
  count = $state(0);
  complete = $state(false);
  problem = $state('');
  /** The address of the next page; without one, the month begins at its top. */
  next: string | null = null;
  #isMine: (photo: Photo) => boolean;
  #loaded = $state.raw<Photo[]>([]);
  /** How high it was before its photos were dropped. */
  #height = $state.raw<{ measures: Measures; height: number } | null>(null);

  shown = $derived(this.#loaded.filter((photo) => !photoCache.isGone(photo.photo_id) && !photo.trashed_at));
  photos = $derived(byTaken(this.shown.filter((photo) => this.#isMine(photo))));
  /** Those that somebody has given a date in another month. */
  strays = $derived(
    this.shown.length > this.photos.length ? this.shown.filter((photo) => !this.#isMine(photo)) : [],
  );
  layout = $derived.by<MonthLayout>(() => {
    const measures = this.measures();
    return measures ? layOutMonth(byDay(this.photos), measures) : { days: [], boxes: [], height: 0 };
  });
  height = $derived.by(() => {
    const measures = this.measures();
    if (!measures || this.isEmpty) return 0;
    if (this.#height?.measures === measures) return this.#height.height;
    return this.layout.height + heightOf(this.missing, measures);
  });

  /** @param key as in 2024-05 */
  constructor(
    readonly key: string,
    readonly measures: () => Measures | null,
  ) {
    this.#isMine = isWithin(key);
  }

  /** How many photos it has that are not loaded. */
  get missing(): number {
    return this.complete ? 0 : Math.max(1, this.count - this.#loaded.length);
  }

  get isEmpty(): boolean {
    return this.complete && this.photos.length === 0;
  }

  /** How many photos it has, for all that is known. */
  get total(): number {
    return this.photos.length + this.missing;
  }

  get loaded(): number {
    return this.#loaded.length;
  }

  /** Where its photos end that are loaded, from its top. */
  get loadedHeight(): number {
    return this.loaded ? this.layout.height : Math.min(MONTH_HEADING, this.height);
  }

  has(id: string): boolean {
    return this.photos.some(({ photo_id }) => photo_id === id);
  }

  add(photos: Photo[]): void {
    this.#loaded = [...this.#loaded, ...without(photos, this.#loaded)];
    this.#height = null;
  }

  remove(photos: Photo[]): void {
    this.#loaded = without(this.#loaded, photos);
    this.count -= photos.length;
  }

  /** Forgets its photos, but not how high they are. */
  drop(): void {
    const measures = this.measures();
    this.#height = measures && { measures, height: this.height };
    this.#loaded = [];
    this.next = null;
    this.complete = false;
  }
}
