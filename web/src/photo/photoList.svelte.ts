import { errorText } from '../api/problem';
import { page, type Page } from '../api/request';
import type { Photo } from '../api/types';
import { photoCache } from './photoCache.svelte';
import { around, type Near, type PhotoSequence, type Position } from './photoSequence';

type State = 'waiting' | 'loading' | 'failed' | 'complete';

/** A list of photos that loads further pages as the user scrolls. */
export class PhotoList implements PhotoSequence {
  state = $state<State>('waiting');
  problem = $state('');
  #read = $state.raw<Photo[]>([]);
  #next: string;
  #reading: Promise<void> | undefined;
  readonly #first: string;
  photos = $derived(this.#read.filter((photo) => this.shows(photo)));

  /**
   * @param accepts tells whether a photo that was just uploaded or restored belongs to it
   * @param ofTrash whether it lists the photos in the trash, instead of all others
   */
  constructor(
    first: string,
    readonly accepts: (photo: Photo) => boolean,
    readonly ofTrash = false,
  ) {
    this.#first = first;
    this.#next = first;
  }

  protected shows(photo: Photo): boolean {
    return !photoCache.isGone(photo.photo_id) && Boolean(photo.trashed_at) === this.ofTrash;
  }

  get isEmpty(): boolean {
    return this.state === 'complete' && this.photos.length === 0;
  }

  /** Loads the first page, if it was not loaded. */
  begin(): void {
    if (this.#read.length === 0) void this.more();
  }

  /** Loads the next page; while one is on its way, that one is meant. */
  more(): Promise<void> {
    if (this.state === 'complete') return Promise.resolve();
    return (this.#reading ??= this.#more().finally(() => (this.#reading = undefined)));
  }

  async complete(): Promise<string> {
    do await this.more();
    while (this.state === 'waiting');
    return this.state === 'failed' ? this.problem : '';
  }

  async #more(): Promise<void> {
    this.state = 'loading';
    try {
      const { items, next } = await this.read(this.#next);
      this.#append(items);
      this.#next = next ?? this.#next;
      this.state = next ? 'waiting' : 'complete';
    } catch (error) {
      this.problem = errorText(error);
      this.state = 'failed';
    }
  }

  /** Reloads the first page and adds new photos at the top. */
  async refresh(): Promise<void> {
    const { items } = await this.read(this.#first);
    const fresh = items.filter((photo) => !this.#read.includes(photo));
    this.#read = [...fresh, ...this.#read];
  }

  /** Puts a photo where it belongs by when it was posted; what is older than all that is read comes with its page. */
  insert(photo: Photo): void {
    if (this.#read.includes(photo)) return;
    const older = this.#read.findIndex((one) => one.created_at <= photo.created_at);
    const at = older < 0 ? this.#read.length : older;
    if (older >= 0 || !at || this.state === 'complete') this.#read = this.#read.toSpliced(at, 0, photo);
  }

  retry(): void {
    if (this.state === 'failed') void this.more();
  }

  neighbour(id: string, steps: 1 | -1): Photo | undefined {
    const at = this.#indexOf(id);
    // Not at once: what is derived from this must not change anything.
    if (at + steps >= this.photos.length - 3) queueMicrotask(() => void this.more());
    return at < 0 ? undefined : this.photos[at + steps];
  }

  around(id: string, most: number): Near[] {
    return around(this.photos, this.#indexOf(id), most);
  }

  positionOf(id: string): Position | undefined {
    const at = this.#indexOf(id);
    if (at < 0) return undefined;
    return { at: at + 1, of: this.state === 'complete' ? this.photos.length : undefined };
  }

  #indexOf(id: string): number {
    return this.photos.findIndex((photo) => photo.photo_id === id);
  }

  /** Reads a page; a photo that was read before is the same object. */
  protected async read(address: string): Promise<Page<Photo>> {
    const { items, next } = await page<Photo>(address);
    return { items: items.map((photo) => photoCache.put(photo)), next };
  }

  /** Whether the URL of its first page begins like this. */
  startsWith(url: string): boolean {
    return this.#first.startsWith(url);
  }

  /** Adds photos after the last one; while there are further pages, they come with these. */
  append(photos: Photo[]): void {
    if (this.state === 'complete') this.#append(photos);
  }

  /** Changes the order, or leaves photos out; the result sets that back, and keeps what was loaded meanwhile. */
  rearrange(change: (photos: Photo[]) => Photo[]): () => void {
    const before = this.#read;
    this.#read = change(before);
    return () => (this.#read = [...before, ...this.#read.filter((photo) => !before.includes(photo))]);
  }

  #append(photos: Photo[]): void {
    const known = this.#read;
    this.#read = [...known, ...photos.filter((photo) => !known.includes(photo))];
  }
}

const MAX_LISTS = 12;

/** The lists of the last few pages, so that going back finds them unchanged. */
class PhotoLists {
  #lists = new Map<string, PhotoSequence>();

  of(pageKey: string, first: string, accepts: (photo: Photo) => boolean): PhotoList {
    return this.keep(`${pageKey} ${first}`, () => new PhotoList(first, accepts));
  }

  ofTrash(pageKey: string, first: string): PhotoList {
    return this.keep(`${pageKey} ${first}`, () => new PhotoList(first, () => false, true));
  }

  /** The list of this key, which is made if it is not known any more. */
  keep<L extends PhotoSequence>(key: string, make: () => L): L {
    const list = (this.#lists.get(key) as L | undefined) ?? outsideOfComponents(make);
    this.#lists.delete(key);
    this.#lists.set(key, list);
    if (this.#lists.size > MAX_LISTS) this.#lists.delete(this.#lists.keys().next().value!);
    return list;
  }

  /** The list of the last page shown. */
  get current(): PhotoSequence | undefined {
    return [...this.#lists.values()].at(-1);
  }

  /** The lists whose URL begins like this. */
  startingWith(url: string): PhotoList[] {
    return [...this.#lists.values()]
      .filter((list) => list instanceof PhotoList)
      .filter((list) => list.startsWith(url));
  }

  clear(): void {
    this.#lists.clear();
  }

  retryFailed(): void {
    for (const list of this.#lists.values()) list.retry();
  }

  insert(photo: Photo): void {
    for (const list of this.#lists.values()) if (list.accepts(photo)) list.insert(photo);
  }
}

/** A list outlives the page that asks for it first: what it derives must not end with that page. */
function outsideOfComponents<T>(make: () => T): T {
  let made!: T;
  $effect.root(() => void (made = make()));
  return made;
}

export const photoLists = new PhotoLists();
