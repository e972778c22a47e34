import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Photo } from '../api/types';

/** So many photos stay that nothing on the page holds any more. */
const MAX_KEPT = 500;

/** Holds each photo on screen once: a like in one place shows in all others. What no list holds any more, it forgets. */
class PhotoCache {
  #photos = new SvelteMap<string, WeakRef<Photo>>();
  /** Those that were asked for last. */
  #kept = new Map<string, Photo>();
  #forgotten = new FinalizationRegistry<string>((id) => this.#forget(id));
  #gone = new SvelteSet<string>();

  put(photo: Photo): Photo {
    this.#gone.delete(photo.photo_id);
    const known = this.#find(photo.photo_id);
    if (known) return Object.assign(known, photo);
    const kept = $state(photo);
    this.#photos.set(photo.photo_id, new WeakRef(kept));
    this.#forgotten.register(kept, photo.photo_id);
    return this.#keep(kept);
  }

  get(id: string): Photo | undefined {
    const photo = this.#gone.has(id) ? undefined : this.#find(id);
    return photo && this.#keep(photo);
  }

  #find(id: string): Photo | undefined {
    return this.#photos.get(id)?.deref();
  }

  #keep(photo: Photo): Photo {
    this.#kept.delete(photo.photo_id);
    this.#kept.set(photo.photo_id, photo);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return photo;
  }

  #forget(id: string): void {
    if (!this.#find(id)) this.#photos.delete(id);
  }

  /** The photo was deleted, or the viewer may no longer see it. */
  remove(id: string): void {
    this.#gone.add(id);
  }

  /** After the end of a friendship or a block: removes all photos of a person, or those for friends. */
  removeOf(userId: number, all: boolean): void {
    for (const id of [...this.#photos.keys()]) {
      const photo = this.#find(id);
      if (photo?.user_id === userId && (all || photo.audience !== 'public')) this.remove(id);
    }
  }

  update(id: string, change: Partial<Photo>): void {
    const photo = this.#find(id);
    if (photo) Object.assign(photo, change);
  }

  /** Something about a person has changed that all of their photos tell. */
  updateOf(userId: number, change: Partial<Photo>): void {
    for (const id of [...this.#photos.keys()])
      if (this.#find(id)?.user_id === userId) this.update(id, change);
  }

  clear(): void {
    this.#photos.clear();
    this.#kept.clear();
    this.#gone.clear();
  }

  isGone(id: string): boolean {
    return this.#gone.has(id);
  }
}

export const photoCache = new PhotoCache();
