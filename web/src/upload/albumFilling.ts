import { addPhotos } from '../album/contents';
import type { Album } from '../album/album';
import { Problem } from '../api/problem';
import type { Photo } from '../api/types';
import { withRetries } from './retry';
import type { Upload } from './upload.svelte';

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
