import { SvelteMap } from 'svelte/reactivity';
import { page, type Page } from '../api/request';
import type { Photo } from '../api/types';
import { PhotoList } from '../photo/photoList.svelte';
import type { SharedPhoto } from './sharedLink';

/** What a link never tells of a photo. */
const untold: Omit<Photo, keyof SharedPhoto | 'purge_at'> = {
  user_id: 0,
  user_picture_url: null,
  audience: 'public',
  topic: '',
  tags: [],
  created_at: 0,
  taken_from: 'upload',
  taken_offset: null,
  camera: null,
  place: null,
  bytes: 0,
  format: 'jpeg',
  checksum: null,
  damaged: false,
  latest_comment: null,
  trashed_at: null,
};

/** A photo of a link in the form that walls and the viewer take. */
const asPhoto = (shared: SharedPhoto): Photo => ({
  ...untold,
  ...shared,
  likes: shared.likes ?? 0,
  liked: shared.liked ?? false,
  reaction: shared.reaction ?? null,
  reactions: shared.reactions ?? [],
  comment_count: shared.comment_count ?? 0,
  duration_ms: shared.duration_ms ?? null,
  video_url: shared.video_url ?? null,
  status: shared.status ?? null,
  image_url: shared.image_url ?? shared.large_url,
});

/**
 * The photos that a link shows. They are kept apart from those of the person who is signed in: the same photo has other
 * addresses here.
 */
export class SharedPhotoList extends PhotoList {
  #known = new SvelteMap<string, Photo>();
  /** The number of photos that the link shows. */
  count: number | undefined;

  constructor(
    first: string,
    readonly onrefused: (error: unknown) => void,
  ) {
    super(first, () => false);
  }

  get(id: string): Photo | undefined {
    return this.#known.get(id);
  }

  put(shared: SharedPhoto): Photo {
    const known = this.#known.get(shared.photo_id);
    if (known) return Object.assign(known, asPhoto(shared));
    const photo = $state(asPhoto(shared));
    this.#known.set(shared.photo_id, photo);
    return photo;
  }

  /** The link does not show the photo any more. */
  drop(id: string): void {
    this.#known.delete(id);
  }

  /** The link tells how many photos there are before all are read. */
  override positionOf(id: string): { at: number; of?: number } | undefined {
    const found = super.positionOf(id);
    return found && { at: found.at, of: found.of ?? this.count };
  }

  protected override shows(photo: Photo): boolean {
    return this.#known.has(photo.photo_id);
  }

  protected override async read(address: string): Promise<Page<Photo>> {
    try {
      const { items, next } = await page<SharedPhoto>(address);
      return { items: items.map((shared) => this.put(shared)), next };
    } catch (error) {
      this.onrefused(error);
      throw error;
    }
  }
}
