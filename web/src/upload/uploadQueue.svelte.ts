import { tick } from 'svelte';
import type { Album } from '../album/album';
import { Problem } from '../api/problem';
import type { Audience, Photo } from '../api/types';
import { t } from '../locale';
import { photoCache } from '../photo/photoCache.svelte';
import { photoLists } from '../photo/photoList.svelte';
import { parseTags } from '../photo/tags';
import { session } from '../session/session.svelte';
import { toasts } from '../ui/toasts.svelte';
import type { AlbumFilling } from './albumFilling';
import { withRetries } from './retry';
import { sendPhoto } from './sendPhoto';
import { Upload } from './upload.svelte';
const CONCURRENCY = 3;

/** The chosen files; uploads three at a time, and continues when its dialog is closed. */
export class UploadQueue {
  all = $state.raw<Upload[]>([]);
  dialogOpen = $state(false);
  topic = $state('');
  tags = $state('');
  audience = $state<Audience>('friends');
  /** The album for the chosen files: its id, `new`, or none. */
  album = $state('');
  albumTitle = $state('');

  chosen = $derived(this.all.filter((upload) => upload.state === 'chosen'));
  busy = $derived(this.all.filter((upload) => upload.state === 'waiting' || upload.state === 'sending'));
  failed = $derived(this.all.filter((upload) => upload.state === 'failed'));
  done = $derived(this.all.filter((upload) => upload.state === 'done'));
  /** The number of shared files that are done or have failed, and of all that were shared. */
  through = $derived(this.done.length + this.failed.length);
  shared = $derived(this.through + this.busy.length);
  /** The progress of all shared files, between 0 and 1. */
  share = $derived(
    this.shared && (this.through + this.busy.reduce((sum, one) => sum + one.progress, 0)) / this.shared,
  );
  #owner: number | undefined;
  #fillings: AlbumFilling[] = [];
  /** The number of photos on their way into an album. */
  #adding = 0;

  constructor(
    private readonly sendFile: typeof sendPhoto,
    private readonly onDone: (photo: Photo) => void,
  ) {}

  /** Adds files to those that are already there. */
  open(files: Iterable<File> = []): void {
    this.#owner = session.account?.id;
    if (!this.all.length) this.#newWords();
    this.all = [...this.all, ...[...files].map((file) => new Upload(file))];
    this.dialogOpen = true;
  }

  /** Opens the dialog for photos for an album. */
  openFor(album: Album): void {
    this.open();
    this.album = album.album_id;
  }

  /** Files that were chosen and not shared stay. */
  close(): void {
    this.dialogOpen = false;
    if (this.chosen.length) void showBesideTheDialog(t.upload.kept(this.chosen.length));
  }

  /**
   * Fixes the details of the chosen files, and uploads them.
   *
   * @param filling puts them into an album
   */
  shareChosen(filling: AlbumFilling | null = null): void {
    const details = { topic: this.topic.trim(), tags: parseTags(this.tags), audience: this.audience };
    if (filling) this.#fillings.push(filling);
    for (const upload of this.chosen) upload.share(details, filling);
    [this.album, this.albumTitle] = ['', ''];
    this.#work();
  }

  retry(uploads: Upload[]): void {
    for (const upload of uploads) upload.state = 'waiting';
    this.#work();
  }

  remove(uploads: Upload[]): void {
    const wereShared = uploads.every((upload) => upload.details);
    const wereBusy = uploads.some((upload) => this.busy.includes(upload));
    for (const upload of uploads) upload.drop();
    this.all = this.all.filter((upload) => !uploads.includes(upload));
    if (wereShared && !this.all.length) this.dialogOpen = false;
    if (wereBusy) this.#settle();
    this.#work();
  }

  /** Removes files that were not shared or have failed; the user can undo it. */
  discard(away: Upload[]): void {
    this.all = this.all.filter((upload) => !away.includes(upload));
    this.dialogOpen = this.all.length > 0;
    void showBesideTheDialog(t.upload.putAway(away.length), {
      undo: () => {
        this.all = [...this.all, ...away];
        this.dialogOpen = true;
      },
      done: async () => away.forEach((upload) => upload.drop()),
    });
  }

  /** Pauses the uploads until their owner signs in again. */
  leave(): void {
    if (this.all.length) void showBesideTheDialog(t.upload.away(this.all.length));
    for (const upload of this.all) upload.pause();
    this.dialogOpen = false;
  }

  enter(userId: number): void {
    if (this.#owner !== userId) this.#clear();
    this.#work();
  }

  #newWords(): void {
    [this.topic, this.tags, this.album, this.albumTitle] = ['', '', '', ''];
    this.audience = session.account?.default_audience ?? 'friends';
  }

  #clear(): void {
    for (const upload of this.all) upload.drop();
    this.all = [];
  }

  #work(): void {
    const sending = this.all.filter((upload) => upload.state === 'sending').length;
    const next = this.all.filter((upload) => upload.state === 'waiting').slice(0, CONCURRENCY - sending);
    for (const upload of next) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    const signal = upload.begin();
    const onProgress = (share: number) => (upload.progress = share);
    try {
      const attempt = () => this.sendFile(upload.file, upload.details!, onProgress, signal);
      const photo = await withRetries(attempt, signal);
      this.onDone(photo);
      upload.state = 'done';
      if (upload.filling) void this.#addToAlbum(upload.filling, upload, photo);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem && error.status === 401) return this.#askWhoIsHere(upload);
      upload.fail(error);
    }
    this.#work();
    this.#settle();
  }

  async #addToAlbum(filling: AlbumFilling, upload: Upload, photo: Photo): Promise<void> {
    this.#adding++;
    await filling.add(upload, photo);
    this.#adding--;
    this.#settle();
  }

  /** If somebody else is signed in now, the check calls `leave`. */
  async #askWhoIsHere(upload: Upload): Promise<void> {
    await session.check();
    upload.pause();
    if (session.account) this.#work();
  }

  /** Reports the result when all uploads have ended, and keeps only those that need the user. */
  #settle(): void {
    if (this.busy.length || this.#adding) return;
    const [shared, failed] = [this.done.length, this.failed.length];
    for (const upload of this.done) upload.drop();
    this.all = this.all.filter((upload) => upload.state !== 'done');
    if (!this.all.length) this.dialogOpen = false;
    if (shared || failed)
      void showBesideTheDialog([t.upload.result(shared, failed), ...this.#leftOut()].join(' '));
  }

  /** What is to be said about photos that are shared, but not in their album. */
  #leftOut(): string[] {
    const said = this.#fillings
      .filter((filling) => filling.failed)
      .map((filling) => t.album.notAdded(filling.failed, filling.title));
    this.#fillings = [];
    return said;
  }
}

/** Screen readers announce texts only in a region that existed before; closing the dialog changes the region. */
const showBesideTheDialog = async (...said: Parameters<typeof toasts.show>) => {
  await tick();
  toasts.show(...said);
};

export const uploadQueue = new UploadQueue(sendPhoto, (photo) => photoLists.insert(photoCache.put(photo)));

/** Uploads pause while their owner is signed out, and the browser warns before it closes the page. */
export function startUploads(): void {
  session.onSignIn(() => uploadQueue.enter(session.account!.id));
  session.onSignOut(() => uploadQueue.leave());
  addEventListener('beforeunload', (event) => {
    if (uploadQueue.busy.length || uploadQueue.chosen.length) event.preventDefault();
  });
}
