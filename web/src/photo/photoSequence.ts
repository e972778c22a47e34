import type { Photo } from '../api/types';

/** The place of a photo, from 1, and of how many, if that is known. */
export interface Position {
  at: number;
  of?: number;
}

/** A photo, and how many steps away from another one it is. */
export interface Near {
  photo: Photo;
  steps: number;
}

/** Photos in an order, of which only some may be loaded: what the viewer leafs through. */
export interface PhotoSequence {
  /** Whether a photo that was just uploaded belongs here. */
  accepts: (photo: Photo) => boolean;
  /** What is loaded. */
  readonly photos: Photo[];
  insert(photo: Photo): void;
  /** Loads what did not load. */
  retry(): void;
  /** The photo this many steps after another one; undefined while it is not loaded. */
  neighbour(id: string, steps: 1 | -1): Photo | undefined;
  /** The loaded photos at most this many steps away from one of this sequence, itself included. */
  around(id: string, most: number): Near[];
  positionOf(id: string): Position | undefined;
  /** Loads all that is not loaded yet; the result says what prevented that, and is empty otherwise. */
  complete(): Promise<string>;
}

/** The photos at most this many steps away from the one at `at`. */
export function around(photos: Photo[], at: number, most: number): Near[] {
  if (at < 0) return [];
  const first = Math.max(0, at - most);
  return photos.slice(first, at + most + 1).map((photo, i) => ({ photo, steps: first + i - at }));
}
