import { randomId } from '../api/randomId';
import type { Audience } from '../api/types';
import { NEW_ALBUM, type AlbumPlace, type AlbumPlan } from './uploadRecord';
import type { Upload } from './upload.svelte';
import type { UploadStore } from './uploadStore';
import type { Steps } from './uploadWork';

/** Puts photos into the albums for which they were uploaded, also after the page was closed meanwhile. */
export class AlbumPlacing {
  /** The number of photos on their way into an album. */
  count = 0;
  #plans = new Map<string, AlbumPlan>();

  constructor(
    private readonly store: UploadStore,
    private readonly steps: () => Promise<Steps>,
  ) {}

  /** @param album its id, or [NEW_ALBUM] */
  plan(user: number, album: string, title: string, audience: Audience): AlbumPlace {
    const plan = { id: randomId(), user, albumId: album === NEW_ALBUM ? '' : album, title, audience };
    this.#keep(plan);
    return { plan: plan.id, title, albumId: plan.albumId, placed: 'no' };
  }

  /** Puts a photo before those of later files; returns its place if it had none. */
  async place(upload: Upload, all: () => Upload[]): Promise<AlbumPlace | null> {
    const { album, photoId } = upload.record;
    if (album?.placed !== 'no') return null;
    this.count++;
    const albumId = await this.#fill(album, photoId, () => following(upload, all())).catch(() => '');
    this.count--;
    return { ...album, albumId, placed: albumId ? 'yes' : 'failed' };
  }

  async #fill({ plan: id }: AlbumPlace, photoId: string, next: () => string | undefined): Promise<string> {
    const plan = this.#plans.get(id) ?? (await this.store.album(id));
    const { fill } = await this.steps();
    return fill(plan!, photoId, next, (made) => this.#keep(made));
  }

  #keep(plan: AlbumPlan): void {
    this.#plans.set(plan.id, plan);
    this.store.putAlbum(plan).catch(() => {});
  }
}

/** The photo of the next file that is in the same album. */
const following = ({ record: { at, album } }: Upload, all: Upload[]) =>
  all.find(
    ({ record }) => record.at > at && record.album?.plan === album!.plan && record.album.placed === 'yes',
  )?.record.photoId;
