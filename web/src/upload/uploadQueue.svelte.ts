import { tick } from 'svelte';
import type { Album } from '../album/album';
import { randomId } from '../api/randomId';
import { errorText, Problem } from '../api/problem';
import type { Audience, Photo } from '../api/types';
import { t } from '../locale';
import { mayBeMedia } from '../photo/acceptedTypes';
import { photoCache } from '../photo/photoCache.svelte';
import { photoLists } from '../photo/photoList.svelte';
import { session } from '../session/session.svelte';
import { toasts } from '../ui/toasts.svelte';
import { KeptUploads, type Begin } from './keptUploads.svelte';
import { mediaOf, type Found } from './livePhoto';
import { isTemporary } from './retry';
import { chosenUpload, type Upload } from './upload.svelte';
import { NEW_ALBUM, type AlbumPlace } from './uploadRecord';
import { UploadWords } from './uploadWords.svelte';
import type { Arrived } from './uploadWork';

type Folders = typeof import('./folders');

/** So many photos, if all of them arrived, need no receipt but a sentence. */
const FEW = 20;

/** The chosen files; they outlive the page, and are uploaded also while the dialog is closed. */
export class UploadQueue extends KeptUploads {
  dialogOpen = $state(false);
  /** The names of files chosen last that can never be photos or videos. */
  leftOut = $state.raw<string[]>([]);
  readonly words = new UploadWords();
  /** The number of photos on their way into an album. */
  #placing = 0;
  /** The result of the shared files was said. */
  #said = true;

  constructor(
    load: () => Promise<Begin>,
    private readonly onDone: (photo: Photo) => void,
  ) {
    super(load);
  }

  override async enter(user: number): Promise<void> {
    if (!this.dialogOpen) this.words.begin();
    await super.enter(user);
    if (!this.dialogOpen && this.chosen.length) this.words.restore();
  }

  /** Adds files to those that are already there. */
  open(files: Iterable<File> = []): void {
    this.#open(mediaOf([...files], mayBeMedia));
  }

  /** Adds the photos and videos in folders. */
  async openFolders(find: (folders: Folders) => Found | Promise<Found>): Promise<void> {
    this.#open(await find(await import('./folders')));
  }

  #open({ groups, leftOut }: Found): void {
    if (!this.all.length) this.words.begin();
    this.keep(groups.map((files) => chosenUpload(files, this.owner)));
    this.leftOut = leftOut;
    this.dialogOpen = true;
  }

  /** Opens the dialog for photos for an album. */
  openFor(album: Album): void {
    this.open();
    this.words.album = album.album_id;
  }

  /** Files that were chosen and not shared stay, and a receipt on which something can be tried again. */
  close(): void {
    if (this.isThrough && !this.retriable.length) this.dismiss();
    this.dialogOpen = false;
    if (this.chosen.length) void showBesideTheDialog(t.upload.kept(this.chosen.length));
  }

  /**
   * Fixes the details of the chosen files, and uploads them.
   *
   * @param title of the chosen album, if it is there already
   */
  shareChosen(title = this.words.albumTitle.trim()): void {
    const { details, album } = this.words;
    const place = album ? placeIn(album, title, details.audience) : null;
    for (const upload of this.chosen) {
      const caption = upload.record.caption.trim();
      this.change(upload, { state: 'waiting', details: { ...details, caption }, album: place });
    }
    this.words.used();
    this.leftOut = [];
    this.goOn();
  }

  retry(uploads: Upload[]): void {
    for (const upload of uploads) this.change(upload, { state: 'waiting', problem: '' });
    this.goOn();
  }

  /** Uploads photos although they are there already. */
  uploadAnyway(uploads: Upload[]): void {
    for (const upload of uploads) {
      const album = upload.record.album && { ...upload.record.album, placed: 'no' as const };
      this.change(upload, { state: 'waiting', twice: true, photoId: '', album });
    }
    this.goOn();
  }

  remove(uploads: Upload[]): void {
    const wereShared = uploads.every((upload) => upload.record.details);
    this.#remove(uploads);
    if (wereShared && !this.all.length) this.dialogOpen = false;
    this.uploading?.work.go();
    this.settle();
  }

  /** Puts the receipt away; the user can take back only what can be tried again. */
  dismiss(): void {
    const { done, known, failed, retriable } = this;
    this.#remove([...done, ...known, ...failed.filter((upload) => !retriable.includes(upload))]);
    if (retriable.length) this.discard(retriable);
    else this.dialogOpen &&= this.all.length > 0;
  }

  /** Removes files that were not shared or have failed; the user can undo it. */
  discard(away: Upload[]): void {
    const wasOpen = this.dialogOpen;
    this.takeOut(away);
    this.dialogOpen = wasOpen && this.all.length > 0;
    void showBesideTheDialog(t.upload.takenOff(away.length), {
      undo: () => {
        this.insert(away);
        this.dialogOpen = wasOpen;
      },
      done: async () => this.#remove(away),
    });
  }

  /** Pauses the uploads until their owner signs in again. */
  leave(): void {
    const count = this.chosen.length + this.busy.length;
    if (count) void showBesideTheDialog(t.upload.away(count));
    this.stop();
    this.dialogOpen = false;
  }

  arrived(upload: Upload, { photo, known }: Arrived): void {
    const { photo_id: photoId, thumbnail_url: thumb } = photo;
    if (known || this.#has(photoId, upload)) return this.found(upload, photoId);
    this.change(upload, { state: 'done', photoId, thumb, url: '' });
    this.dropFiles(upload);
    this.onDone(photo);
    void this.#place(upload);
  }

  found(upload: Upload, photoId: string): void {
    this.change(upload, { state: 'known', asked: true, photoId, url: '' });
    void this.#place(upload);
  }

  refused(upload: Upload, error: unknown): void {
    const canRetry = !(error instanceof Problem) || isTemporary(error);
    this.change(upload, { state: 'failed', problem: errorText(error), canRetry });
  }

  /** If somebody else is signed in now, the check calls `leave`. */
  async signedOut(upload: Upload): Promise<void> {
    await session.check();
    this.change(upload, { state: 'waiting' });
    this.uploading?.work.go();
  }

  /** Reports the result when all uploads have ended; it stays if it is to be looked at. */
  settle(): void {
    if (this.busy.length || this.#placing || this.#said) return;
    this.#said = true;
    const { done, known, failed } = this;
    const leftOut = this.#leftOut();
    const result = t.upload.result(done.length, known.length, failed.length);
    if (this.through) void showBesideTheDialog([result, ...leftOut].join(' '));
    const isPlain = !known.length && !failed.length && !leftOut.length && done.length <= FEW;
    if (isPlain) this.#remove(done);
    if (!this.all.length) this.dialogOpen = false;
  }

  protected override goOn(): void {
    if (this.busy.length) this.#said = false;
    this.uploading?.work.go();
  }

  protected override begin(): void {
    if (this.busy.length) void showBesideTheDialog(t.upload.goingOn(this.busy.length));
    for (const upload of [...this.done, ...this.known]) void this.#place(upload);
    this.goOn();
  }

  protected override emptied(): void {
    this.dialogOpen = false;
  }

  /** The same file may be chosen twice. */
  #has(photoId: string, but: Upload): boolean {
    return this.all.some((upload) => upload !== but && upload.record.photoId === photoId);
  }

  #remove(uploads: Upload[]): void {
    for (const { record } of uploads) if (record.url) this.uploading?.steps.cancel(record.url);
    this.forget(uploads);
  }

  /** Puts a photo into its album, before the photos of later files. */
  async #place(upload: Upload): Promise<void> {
    const { album, photoId } = upload.record;
    if (album?.placed !== 'no' || !this.uploading) return;
    const isLater = ({ record }: Upload) =>
      record.at > upload.record.at && record.album?.plan === album.plan && record.album.placed === 'yes';
    const next = () => this.all.find(isLater)?.record.photoId;
    const made = (id: string) => this.#made(album.plan, id);
    const note = (placed: AlbumPlace['placed']) =>
      this.change(upload, { album: { ...upload.record.album!, placed } });
    this.#placing++;
    await this.uploading.steps
      .fill(album, photoId, next, made, () => note('yes'))
      .catch(() => note('failed'));
    this.#placing--;
    this.settle();
  }

  /** Whoever goes on with these uploads fills the same album. */
  #made(plan: string, albumId: string): void {
    for (const upload of this.all) {
      const { album } = upload.record;
      if (album?.plan === plan) this.change(upload, { album: { ...album, albumId } });
    }
  }

  /** What is to be said about photos that are shared, but not in their album. */
  #leftOut(): string[] {
    const places = this.all.flatMap(({ record }) =>
      record.album?.placed === 'failed' ? [record.album] : [],
    );
    const plans = places.filter(({ plan }, at) => places.findIndex((one) => one.plan === plan) === at);
    return plans.map(({ plan, title }) =>
      t.album.notAdded(places.filter((one) => one.plan === plan).length, title),
    );
  }
}

/** Screen readers announce texts only in a region that existed before; closing the dialog changes the region. */
const showBesideTheDialog = async (...said: Parameters<typeof toasts.show>) => {
  await tick();
  toasts.show(...said);
};

const placeIn = (album: string, title: string, audience: Audience): AlbumPlace => ({
  plan: randomId(),
  title,
  audience,
  albumId: album === NEW_ALBUM ? '' : album,
  placed: 'no',
});

export const uploadQueue = new UploadQueue(
  async () => {
    const { Uploading } = await import('./uploading');
    return (...parts) => new Uploading(...parts);
  },
  (photo) => photoLists.insert(photoCache.put(photo)),
);

/** Uploads pause while their owner is signed out; the browser warns only if they would end with the page. */
export function startUploads(): void {
  session.onSignIn(() => void uploadQueue.enter(session.account!.id));
  session.onSignOut(() => uploadQueue.leave());
  addEventListener('beforeunload', (event) => {
    if (uploadQueue.endsWithThePage) event.preventDefault();
  });
}
