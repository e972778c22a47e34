import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Photo } from '../api/types';

/** Holds each photo on screen once: a like in one place shows in all others. */
class PhotoCache {
  #photos = new SvelteMap<string, Photo>();
  #gone = new SvelteSet<string>();

  put(photo: Photo): Photo {
    this.#gone.delete(photo.photo_id);
    const known = this.#photos.get(photo.photo_id);
    if (known) return Object.assign(known, photo);
    const kept = $state(photo);
    this.#photos.set(photo.photo_id, kept);
    return kept;
  }

  get(id: string): Photo | undefined {
    return this.#gone.has(id) ? undefined : this.#photos.get(id);
  }

  /** The photo was deleted, or the viewer may no longer see it. */
  remove(id: string): void {
    this.#gone.add(id);
  }

  /** After the end of a friendship or a block: removes all photos of a person, or those for friends. */
  removeOf(userId: number, all: boolean): void {
    for (const photo of [...this.#photos.values()]) {
      if (photo.user_id === userId && (all || photo.audience !== 'public')) this.remove(photo.photo_id);
    }
  }

  update(id: string, change: Partial<Photo>): void {
    const photo = this.#photos.get(id);
    if (photo) Object.assign(photo, change);
  }

  clear(): void {
    this.#photos.clear();
    this.#gone.clear();
  }

  isGone(id: string): boolean {
    return this.#gone.has(id);
  }
}

export const photoCache = new PhotoCache();
