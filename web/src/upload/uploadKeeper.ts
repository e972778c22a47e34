import { Problem } from '../api/problem';
import { t } from '../locale';
import type { Upload } from './upload.svelte';
import type { UploadStore } from './uploadStore';
import { UploadTabs, type News } from './uploadTabs';

/** The number of files that are written at once; others may read between. */
const WRITTEN_AT_ONCE = 8;
const TOLD_EVERY = 500;

/** Keeps the uploads of one person in the browser, and lets the other tabs know. */
export class UploadKeeper {
  #tabs: UploadTabs;
  #new: Upload[] = [];
  #writing = false;
  #told = 0;

  constructor(
    private readonly store: UploadStore,
    user: number,
    onNews: (news: News) => void,
    onTurn: () => void,
  ) {
    this.#tabs = new UploadTabs(user, onNews, onTurn);
  }

  /** Whether this tab uploads it: what is not kept is known to this one alone. */
  mayWork(upload: Upload): boolean {
    return this.#tabs.isFirst || upload.fleeting;
  }

  add(uploads: Upload[]): void {
    this.#new.push(...uploads);
    void this.#write();
  }

  /** After a change of its record. */
  put(upload: Upload): void {
    if (upload.files || upload.gone) return; // it is written with its files
    this.store.put(upload.record).catch(() => {});
    this.#show(upload);
  }

  /** Progress is told now and then. */
  tellProgress(upload: Upload): void {
    if (upload.files || upload.gone || Date.now() - this.#told < TOLD_EVERY) return;
    this.#told = Date.now();
    this.#show(upload);
  }

  tell(news: News): void {
    this.#tabs.tell(news);
  }

  remove(uploads: readonly Upload[]): void {
    const ids = uploads.map((upload) => upload.id);
    this.#new = this.#new.filter((upload) => !uploads.includes(upload));
    this.store.remove(ids).catch(() => {});
    this.#tabs.tell({ removed: ids });
  }

  async files(upload: Upload): Promise<File[]> {
    const files = upload.files ?? (await this.store.files(upload.id).catch(() => undefined));
    if (!files) throw new Problem(t.upload.cannotRead, 400, 'unreadable_file');
    return files;
  }

  /** Once it has arrived. */
  dropFiles(upload: Upload): void {
    if (upload.fleeting) upload.files = [];
    else if (!upload.files) this.store.dropFiles(upload.id).catch(() => {});
  }

  leave(): void {
    this.#tabs.leave();
    this.#new = [];
  }

  #show(upload: Upload): void {
    this.tell({ put: upload.record, progress: upload.progress });
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#new.length) await this.#keep(this.#new.splice(0, WRITTEN_AT_ONCE));
    this.#writing = false;
  }

  async #keep(uploads: Upload[]): Promise<void> {
    const before = uploads.map((upload) => upload.record);
    const kept = uploads.map(({ record, state, files }) => ({
      record,
      files: state === 'done' ? [] : files!,
    }));
    try {
      await this.store.add(kept);
    } catch {
      for (const upload of uploads) upload.fleeting = true;
      return;
    }
    uploads.forEach((upload, at) => {
      if (upload.gone) return;
      upload.files = null;
      if (upload.record !== before[at]) this.put(upload);
      else this.#show(upload);
      if (upload.state === 'done') this.dropFiles(upload);
    });
  }
}
