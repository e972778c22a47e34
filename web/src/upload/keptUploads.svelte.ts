import { drafts } from '../draft/drafts';
import { Upload } from './upload.svelte';
import { UploadList } from './uploadList.svelte';
import type { UploadRecord } from './uploadRecord';
import type { Uploading } from './uploading';
import type { News } from './uploadTabs';
import type { Arrived, Queue } from './uploadWork';

/** The name of a draft. */
const PAUSED = 'upload/paused';

/** Makes what keeps and sends the uploads of a person; see `Uploading`. */
export type Begin = (
  queue: Queue,
  user: number,
  onNews: (news: News) => void,
  onTurn: () => void,
) => Uploading;

/** The uploads of whoever is signed in: they outlive the page, and all tabs show the same. */
export abstract class KeptUploads extends UploadList implements Queue {
  paused = $state(false);
  protected owner = 0;
  /** Absent until it is loaded, and while nobody is signed in. */
  protected uploading: Uploading | undefined;
  /** What only this page has of somebody who has left. */
  #left: Upload[] = [];
  #isHere = false;

  constructor(private readonly load: () => Promise<Begin>) {
    super();
  }

  abstract arrived(upload: Upload, arrived: Arrived): void;
  abstract found(upload: Upload, photoId: string): void;
  abstract refused(upload: Upload, error: unknown): void;
  abstract signedOut(upload: Upload): Promise<void>;
  abstract settle(): void;

  /** Something has changed: there may be something to do. */
  protected abstract goOn(): void;

  /** Another tab has put the last one away. */
  protected abstract emptied(): void;

  /** This tab uploads from now on; nobody else does. */
  protected abstract begin(): void;

  /** Loads what this person has left here. */
  async enter(user: number): Promise<void> {
    if (this.owner === user && this.#isHere) return this.goOn();
    this.stop();
    this.all = this.owner === user ? this.#left : [];
    [this.owner, this.#left, this.#isHere] = [user, [], true];
    this.paused = drafts.find(PAUSED) ?? false;
    const begin = await this.load();
    if (this.owner !== user || !this.#isHere || this.uploading) return;
    const hear = (news: News) => this.#hear(news);
    this.uploading = begin(this, user, hear, () => void this.#takeTurn());
    this.uploading.keeper.add(this.all.filter((upload) => !upload.fleeting));
    await this.uploading.store.forgetOld().catch(() => {});
    await this.#readKept();
  }

  /** Stops everything until the same person signs in again. */
  protected stop(): void {
    for (const upload of this.all) upload.stop();
    this.#left = this.all.filter((upload) => upload.files);
    this.uploading?.keeper.leave();
    this.uploading = undefined;
    this.#isHere = false;
    this.all = [];
  }

  /** Deletes the uploads of a person whose account was deleted. */
  async forgetAll(): Promise<void> {
    this.forget(this.all);
    await this.uploading?.store.forgetAll(this.owner).catch(() => {});
  }

  pause(paused: boolean): void {
    drafts.keep(PAUSED, paused || '');
    this.uploading?.keeper.tell({ paused });
    this.#setPaused(paused);
  }

  mayWork = (upload: Upload) => this.uploading?.keeper.mayWork(upload) ?? false;

  files = (upload: Upload) => this.uploading!.keeper.files(upload);

  change(upload: Upload, change: Partial<UploadRecord>): void {
    upload.record = { ...upload.record, ...change };
    this.uploading?.keeper.put(upload);
  }

  progress(upload: Upload, bytes: number, isNew: boolean): void {
    const { size } = upload.record;
    const share = size && Math.min(1, bytes / size);
    if (isNew) this.pace.note((share - upload.progress) * size);
    upload.progress = share;
    this.uploading?.keeper.tellProgress(upload);
  }

  protected keep(uploads: Upload[]): void {
    this.insert(uploads);
    this.uploading?.keeper.add(uploads);
  }

  protected dropFiles(upload: Upload): void {
    this.uploading?.keeper.dropFiles(upload);
  }

  protected forget(uploads: readonly Upload[]): void {
    this.#leaveOut(uploads);
    this.uploading?.keeper.remove(uploads);
  }

  #leaveOut(uploads: readonly Upload[]): void {
    for (const upload of uploads) {
      upload.gone = true;
      upload.stop();
    }
    this.takeOut(uploads);
  }

  #setPaused(paused: boolean): void {
    this.paused = paused;
    for (const upload of paused ? this.busy.filter(this.mayWork) : []) {
      upload.stop();
      this.change(upload, { state: 'waiting' });
    }
    this.goOn();
  }

  /** Another tab has changed something. */
  #hear(news: News): void {
    if ('paused' in news) return this.#setPaused(news.paused);
    if ('removed' in news) this.#leaveOut(this.all.filter(({ id }) => news.removed.includes(id)));
    else this.#show(news.put, news.progress);
    if (!this.all.length) this.emptied();
    this.goOn();
  }

  #show(record: UploadRecord, progress: number): void {
    const here = this.all.find(({ id }) => id === record.id);
    if (!here) return this.insert([new Upload(record)]);
    here.record = record;
    here.progress = progress;
  }

  async #readKept(): Promise<void> {
    const { owner, uploading } = this;
    const kept = (await uploading?.store.of(owner).catch(() => [])) ?? [];
    if (uploading === this.uploading) this.insert(kept.map((record) => new Upload(record)));
  }

  async #takeTurn(): Promise<void> {
    await this.#readKept();
    for (const upload of this.all)
      if (upload.isBusy && !upload.files) this.change(upload, { state: 'waiting' });
    this.begin();
  }
}
