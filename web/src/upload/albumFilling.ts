import { addPhotos } from '../album/contents';
import { createAlbum, type Album } from '../album/album';
import { albums } from '../album/albums.svelte';
import { Problem } from '../api/problem';
import type { Audience, Photo } from '../api/types';
import { withRetries } from './retry';
import type { Upload } from './upload.svelte';

/** What stands for an album that is not there yet. */
export const NEW_ALBUM = 'new';

const never = new AbortController().signal;

/** Puts the photos of some files into an album as they arrive, in the order of the files. */
export class AlbumFilling {
  /** The number of photos that could not be added; they are uploaded all the same. */
  failed = 0;
  #added = new Map<Upload, string>();
  #last: Promise<void> = Promise.resolve();

  /** @param album the album, which may be new and not be there yet */
  constructor(
    readonly title: string,
    private readonly album: Promise<Album>,
    private readonly files: readonly Upload[],
  ) {
    album.catch(() => {}); // each photo reports it
  }

  /** One after the other, because each finds its place among those before it. */
  add(file: Upload, photo: Photo): Promise<void> {
    this.#last = this.#last.then(() => this.#place(file, photo)).catch(() => void this.failed++);
    return this.#last;
  }

  async #place(file: Upload, photo: Photo): Promise<void> {
    const album = await this.album;
    const later = this.files.slice(this.files.indexOf(file) + 1);
    const next = later.map((one) => this.#added.get(one)).find((id) => id !== undefined);
    const put = (before?: string) => withRetries(() => addPhotos(album, [photo], before), never);
    await put(next).catch((error) => {
      // Somebody may have taken the next photo out meanwhile.
      if (next && error instanceof Problem && error.status === 404) return put();
      throw error;
    });
    this.#added.set(file, photo.photo_id);
  }
}

/**
 * Fills an album with the photos of these files.
 *
 * @param albumId its id, or [NEW_ALBUM]
 * @param title of a new album
 * @param audience of the photos, and of a new album
 */
export function fill(albumId: string, title: string, audience: Audience, files: Upload[]): AlbumFilling {
  const known = albumId === NEW_ALBUM ? undefined : albums.get(albumId);
  return known
    ? new AlbumFilling(known.title, Promise.resolve(known), files)
    : new AlbumFilling(title, makeAlbum(title, audience), files);
}

async function makeAlbum(title: string, audience: Audience): Promise<Album> {
  const draft = { title, description: '', audience, contribute: 'owner' } as const;
  return albums.add(await withRetries(() => createAlbum(draft), never));
}
