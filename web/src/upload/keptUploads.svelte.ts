import { drafts } from '../draft/drafts';
import { Upload } from './upload.svelte';
import { UploadKeeper } from './uploadKeeper';
import { UploadList } from './uploadList.svelte';
import type { UploadRecord } from './uploadRecord';
import type { UploadStore } from './uploadStore';
import type { News } from './uploadTabs';

/** The name of a draft. */
const PAUSED = 'upload/paused';

/** The uploads of whoever is signed in: they outlive the page, and all tabs show the same. */
export abstract class KeptUploads extends UploadList {
  paused = $state(false);
  protected owner = 0;
  #keeper: UploadKeeper | undefined;
  /** What only this page has of somebody who has left. */
  #left: Upload[] = [];

  constructor(protected readonly store: UploadStore) {
    super();
  }

  /** Something has changed: there may be something to do. */
  protected abstract goOn(): void;

  /** Another tab has put the last one away. */
  protected abstract emptied(): void;

  /** This tab uploads from now on; nobody else does. */
  protected abstract begin(): void;

  /** Loads what this person has left here. */
  async enter(user: number): Promise<void> {
    if (this.#keeper && this.owner === user) return this.goOn();
    this.#keeper?.leave();
    this.all = this.owner === user ? this.#left : [];
    this.owner = user;
    this.#left = [];
    this.paused = drafts.find(PAUSED) ?? false;
    const hear = (news: News) => this.#hear(news);
    this.#keeper = new UploadKeeper(this.store, user, hear, () => void this.#takeTurn());
    this.#keeper.add(this.all.filter((upload) => !upload.fleeting));
    await this.store.forgetOld().catch(() => {});
    await this.#load();
  }

  /** Stops everything until the same person signs in again. */
  protected stop(): void {
    for (const upload of this.all) upload.stop();
    this.#left = this.all.filter((upload) => upload.files);
    this.#keeper?.leave();
    this.#keeper = undefined;
    this.all = [];
  }

  /** Deletes the uploads of a person whose account was deleted. */
  async forgetAll(): Promise<void> {
    this.forget(this.all);
    await this.store.forgetAll(this.owner).catch(() => {});
  }

  pause(paused: boolean): void {
    drafts.keep(PAUSED, paused || '');
    this.#keeper?.tell({ paused });
    this.#setPaused(paused);
  }

  mayWork = (upload: Upload) => this.#keeper?.mayWork(upload) ?? false;

  files = (upload: Upload) => this.#keeper!.files(upload);

  change(upload: Upload, change: Partial<UploadRecord>): void {
    upload.record = { ...upload.record, ...change };
    this.#keeper?.put(upload);
  }

  progress(upload: Upload, bytes: number, isNew: boolean): void {
    const { size } = upload.record;
    const share = size && Math.min(1, bytes / size);
    if (isNew) this.pace.note((share - upload.progress) * size);
    upload.progress = share;
    this.#keeper?.tellProgress(upload);
  }

  protected keep(uploads: Upload[]): void {
    this.insert(uploads);
    this.#keeper?.add(uploads);
  }

  protected dropFiles(upload: Upload): void {
    this.#keeper?.dropFiles(upload);
  }

  protected forget(uploads: readonly Upload[]): void {
    this.#leaveOut(uploads);
    this.#keeper?.remove(uploads);
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

  async #load(): Promise<void> {
    const owner = this.owner;
    const kept = await this.store.of(owner).catch(() => []);
    if (this.#keeper && this.owner === owner) this.insert(kept.map((record) => new Upload(record)));
  }

  async #takeTurn(): Promise<void> {
    await this.#load();
    for (const upload of this.all)
      if (upload.isBusy && !upload.files) this.change(upload, { state: 'waiting' });
    this.begin();
  }
}
