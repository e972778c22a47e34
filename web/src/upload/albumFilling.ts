import { createAlbum, type Album } from '../album/album';
import { albums } from '../album/albums.svelte';
import { addPhotos } from '../album/contents';
import { Problem } from '../api/problem';
import { getPhoto } from '../photo/photo';
import { photoCache } from '../photo/photoCache.svelte';
import { withRetries } from './retry';
import type { AlbumPlace } from './uploadRecord';

const never = new AbortController().signal;

/** Fills albums with photos as they arrive, in the order of their files. */
export class AlbumFilling {
  #albums = new Map<string, Promise<Album>>();
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Adds a photo, one after the other, because each finds its place among those before it.
   *
   * @param next the photo before which it belongs, if it is not the last
   * @param onMade keeps the id of a new album
   * @param onPlaced is called before the next photo asks where it belongs
   */
  fill = (
    into: AlbumPlace,
    photoId: string,
    next: () => string | undefined,
    onMade: (albumId: string) => void,
    onPlaced: () => void,
  ): Promise<void> => {
    const placed = this.#last.then(async () => {
      await place(await this.#albumOf(into, onMade), photoId, next());
      onPlaced();
    });
    this.#last = placed.catch(() => {});
    return placed;
  };

  #albumOf(into: AlbumPlace, onMade: (albumId: string) => void): Promise<Album> {
    const known = this.#albums.get(into.plan) ?? findOrMake(into, onMade);
    this.#albums.set(into.plan, known);
    return known;
  }
}

async function place(album: Album, photoId: string, next: string | undefined): Promise<void> {
  const photo = photoCache.get(photoId) ?? (await withRetries(() => getPhoto(photoId), never));
  const put = (before?: string) => withRetries(() => addPhotos(album, [photo], before), never);
  await put(next).catch((error) => {
    // Somebody may have taken the next photo out meanwhile.
    if (next && error instanceof Problem && error.status === 404) return put();
    throw error;
  });
}

async function findOrMake(into: AlbumPlace, onMade: (albumId: string) => void): Promise<Album> {
  const { albumId, title, audience } = into;
  if (albumId) return albums.get(albumId) ?? withRetries(() => albums.loadOne(albumId), never);
  const draft = { title, description: '', audience, contribute: 'owner' } as const;
  const album = albums.add(await withRetries(() => createAlbum(draft), never));
  onMade(album.album_id);
  return album;
}
