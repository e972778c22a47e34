import { withQuery } from '../api/link';
import { errorText } from '../api/problem';
import { page, request, type Page } from '../api/request';
import type { Photo, Schemas } from '../api/types';
import { photoCache } from '../photo/photoCache.svelte';
import { around, type Near, type PhotoSequence, type Position } from '../photo/photoSequence';
import { byMonth, monthOf } from './dates';
import { heightsOf, movedBy, topsOf } from './heights';
import { Month } from './month.svelte';
import { ReadQueue } from './readQueue';
import { monthAt } from './scrubber';
import type { Measures } from './monthLayout';

const PAGE = 60;
/** Places on the page are whole pixels. */
const ROUNDED = 2;
/** With more photos than this, months far away are dropped. */
const MAX_LOADED = 1_200;

/** A place on the wall that stays the same when months become higher or lower. */
export interface Place {
  month: string;
  /** How far below the top of its month, as a part of its height. */
  part: number;
}

/** Whose photos, and as whom the owner looks at them. */
export type Whose = { user_id: number; view_as: string };

/** The photos of a person by when they were taken, newest first; months are loaded when they come near. */
export class Timeline implements PhotoSequence {
  state = $state<'waiting' | 'loading' | 'failed' | 'ready'>('waiting');
  problem = $state('');
  measures = $state.raw<Measures | null>(null);
  months = $state.raw<Month[]>([]);
  photos = $derived(this.months.flatMap((month) => month.photos));
  /** Where each month begins; the last number is the height of all. */
  tops = $derived(topsOf(this.months));
  total = $derived(this.months.reduce((sum, month) => sum + month.total, 0));
  isEmpty = $derived(this.state === 'ready' && this.months.every((month) => month.isEmpty));
  /** Where somebody was who comes back. */
  place: Place | null = null;
  /** Keeps what is in sight where it is, when something above becomes higher. */
  onshift: (moved: number) => void = () => {};
  /** What is in sight begins here. */
  view = 0;
  #completing = false;
  #queue = new ReadQueue<Month>(
    (month) => this.#read(month),
    (month) => !month.complete && !month.problem,
  );

  /** @param accepts tells whether a photo that was just uploaded or restored belongs here */
  constructor(
    readonly whose: Whose,
    readonly accepts: (photo: Photo) => boolean,
  ) {}

  /** Reads the months, and the newest photos at the same time. */
  async load(): Promise<void> {
    if (this.state === 'loading' || this.state === 'ready') return;
    this.state = 'loading';
    try {
      const counts = request<Schemas['Month'][]>(this.#path('/api/photos/months'));
      const [months, first] = await Promise.all([counts, page<Photo>(this.#photosPath())]);
      this.months = months.map(({ month, count }) => this.#month(month, count));
      this.#take(this.months[0], first);
      this.state = 'ready';
    } catch (error) {
      this.problem = errorText(error);
      this.state = 'failed';
    }
  }

  /** Loads these months, the first one first. */
  want(months: Month[]): void {
    this.#queue.want(months);
  }

  retry(): void {
    if (this.state === 'failed') void this.load();
    for (const month of this.months) month.problem = '';
    this.#queue.next();
  }

  async #read(month: Month): Promise<void> {
    try {
      const { loaded, next } = month;
      this.#take(month, await page<Photo>(next ?? this.#photosPath(month.key, this.#limitOf(month))));
      // Nothing of it came, whatever its count says: it would be read again and again.
      if (month.loaded === loaded && month.next === next) month.complete = true;
      this.#dropFar();
    } catch (error) {
      month.problem = errorText(error);
    }
  }

  /** One more than the month lacks shows that it is complete; what follows is not read again if it is there. */
  #limitOf(month: Month): number {
    return this.#nextMonth(month, 1)?.loaded ? Math.min(PAGE, month.missing + 1) : PAGE;
  }

  /** A page goes on into older months, as far as they are not loaded yet. */
  #take(from: Month | undefined, { items, next }: Page<Photo>): void {
    this.#keepingView(() => {
      let last = from;
      for (const photos of byMonth(items.map((photo) => photoCache.put(photo)))) {
        const month = this.#monthFor(monthOf(photos[0]!));
        this.#complete(last, month);
        if (month !== from && month.loaded > 0) return;
        month.add(photos);
        last = month;
      }
      if (last) last.next = next;
      if (!next) this.#complete(last);
    });
  }

  /** All photos of the months before this one are loaded; without it, those of all that follow. */
  #complete(from: Month | undefined, to?: Month): void {
    const start = from ? this.months.indexOf(from) : 0;
    const end = to ? this.months.indexOf(to) : this.months.length;
    for (const month of this.months.slice(start, end)) month.complete = true;
  }

  async complete(): Promise<string> {
    this.#completing = true;
    for (const month of this.months) {
      month.problem = '';
      while (!month.complete && !month.problem) await this.#queue.read(month);
      if (month.problem) break;
    }
    this.#completing = false;
    return this.months.find(({ problem }) => problem)?.problem ?? '';
  }

  /** Waits until all photos of a day are loaded. */
  async wholeDay(month: Month, day: string): Promise<void> {
    while (!month.complete && month.layout.days.at(-1)?.key === day && !month.problem) {
      await this.#queue.read(month);
    }
  }

  insert(photo: Photo): void {
    this.#keepingView(() => {
      const month = this.#monthFor(monthOf(photo));
      if (month.has(photo.photo_id)) return;
      const oldest = month.photos.at(-1);
      if (month.complete || (oldest && oldest.taken_at <= photo.taken_at)) month.add([photo]);
      month.count++;
    });
  }

  /** Photos whose dates have changed move to where they belong. */
  moveStrays(): void {
    for (const month of this.months.filter(({ strays }) => strays.length)) {
      const strays = month.strays;
      month.remove(strays);
      for (const photo of strays) this.insert(photo);
    }
  }

  neighbour(id: string, steps: 1 | -1): Photo | undefined {
    const found = this.#find(id);
    if (!found) return undefined;
    const { month, at } = found;
    if (month.photos[at + steps]) return month.photos[at + steps];
    const beyond = steps > 0 && !month.complete ? month : this.#nextMonth(month, steps);
    if (!beyond) return undefined;
    if (steps < 0 ? !beyond.complete : !beyond.loaded || beyond === month) void this.#queue.read(beyond);
    else return beyond.photos.at(steps > 0 ? 0 : -1);
  }

  around(id: string, most: number): Near[] {
    const found = this.#find(id);
    if (!found) return [];
    const [newer, older] = [this.#beside(found.month, -1, most), this.#beside(found.month, 1, most)];
    return around([...newer, ...found.month.photos, ...older], newer.length + found.at, most);
  }

  /** The photos next to a month that are loaded without a gap, up to the month with which they are enough. */
  #beside(month: Month, steps: 1 | -1, enough: number): Photo[] {
    const next = this.#nextMonth(month, steps);
    if (enough <= 0 || !next || !(steps > 0 ? month : next).complete) return [];
    const beyond = this.#beside(next, steps, enough - next.photos.length);
    return steps > 0 ? [...next.photos, ...beyond] : [...beyond, ...next.photos];
  }

  positionOf(id: string): Position | undefined {
    const found = this.#find(id);
    if (!found) return undefined;
    const before = this.months.slice(0, this.months.indexOf(found.month));
    return { at: before.reduce((sum, month) => sum + month.total, found.at + 1), of: this.total };
  }

  #find(id: string): { month: Month; at: number } | undefined {
    const photo = photoCache.get(id);
    const month = photo && this.months.find(({ key }) => key === monthOf(photo));
    const at = month?.photos.findIndex((one) => one.photo_id === id) ?? -1;
    return month && at >= 0 ? { month, at } : undefined;
  }

  /** The next month with photos, towards older ones or newer ones. */
  #nextMonth(month: Month, steps: 1 | -1): Month | undefined {
    let at = this.months.indexOf(month) + steps;
    while (this.months[at]?.isEmpty) at += steps;
    return this.months[at];
  }

  /** The month of this key, which may be new here. */
  #monthFor(key: string): Month {
    const at = this.months.findIndex((month) => month.key <= key);
    const found = this.months[at];
    if (found?.key === key) return found;
    const month = this.#month(key, 0);
    month.complete = true;
    this.months = at < 0 ? [...this.months, month] : this.months.toSpliced(at, 0, month);
    return month;
  }

  #month(key: string, count: number): Month {
    const month = new Month(key, () => this.measures);
    month.count = count;
    return month;
  }

  /** What is added above the view moves everything in it down by as much, so the page scrolls with it. */
  #keepingView(change: () => void): void {
    const before = heightsOf(this.months);
    change();
    const moved = movedBy(before, this.months, this.view - ROUNDED);
    if (moved) this.onshift(moved);
  }

  #dropFar(): void {
    if (this.#completing) return;
    let loaded = this.months.reduce((sum, month) => sum + month.loaded, 0);
    const far = (month: Month) => Math.abs(this.#topOf(month) - this.view);
    const candidates = this.months.filter(
      (month) => month.loaded && !this.#queue.needs(month) && !this.keeps(month),
    );
    for (const month of candidates.sort((one, other) => far(other) - far(one))) {
      if (loaded <= MAX_LOADED) return;
      loaded -= month.loaded;
      month.drop();
    }
  }

  placeAt(y: number): Place | null {
    const month = this.months[monthAt(this.tops, y)];
    if (!month) return null;
    return { month: month.key, part: (y - this.#topOf(month)) / Math.max(1, month.height) };
  }

  topOf(place: Place): number | null {
    const month = this.months.find(({ key }) => key === place.month);
    return month ? this.#topOf(month) + place.part * month.height : null;
  }

  #topOf(month: Month): number {
    return this.tops[this.months.indexOf(month)]!;
  }

  /** Whether a month must stay loaded, because something in it is selected or open. */
  keeps: (month: Month) => boolean = () => false;

  #photosPath(month = '', limit = PAGE): string {
    return this.#path('/api/photos', { order: 'taken', month, limit });
  }

  #path(path: string, more = {}): string {
    return withQuery(path, { scope: 'profile', ...this.whose, ...more });
  }
}
