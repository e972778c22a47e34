import { Pace } from './pace.svelte';
import type { Upload } from './upload.svelte';
import type { UploadState } from './uploadRecord';

/** The uploads of one person, in the order in which their files were chosen, and what there is to say about them. */
export class UploadList {
  all = $state.raw<Upload[]>([]);
  chosen = $derived(this.#in('chosen'));
  busy = $derived(this.all.filter((upload) => upload.isBusy));
  done = $derived(this.#in('done'));
  known = $derived(this.#in('known'));
  failed = $derived(this.#in('failed'));
  retriable = $derived(this.failed.filter(({ record }) => record.canRetry));
  /** The number of shared files that have ended in some way, and of all that were shared. */
  through = $derived(this.done.length + this.known.length + this.failed.length);
  shared = $derived(this.through + this.busy.length);
  /** The bytes of all shared files, and of those that are still to be sent. */
  #bytes = $derived(
    this.all.reduce((sum, { state, record }) => sum + (state === 'chosen' ? 0 : record.size), 0),
  );
  bytesLeft = $derived(
    this.busy.reduce((sum, { record, progress }) => sum + record.size * (1 - progress), 0),
  );
  /** The progress of all shared files, between 0 and 1. */
  share = $derived(this.#bytes && 1 - this.bytesLeft / this.#bytes);
  /** All that were shared have ended in some way. */
  isThrough = $derived(this.through > 0 && !this.busy.length);
  /** The browser keeps no files: some end with the page. */
  isFleeting = $derived(this.all.some((upload) => upload.fleeting && isOpen(upload)));
  readonly pace = new Pace();

  /** Whether something would be lost now: files are kept soon after they were chosen. */
  get endsWithThePage(): boolean {
    return this.all.some((upload) => upload.files && isOpen(upload));
  }

  protected insert(uploads: Upload[]): void {
    const here = Object.fromEntries(this.all.map((upload) => [upload.id, upload]));
    const added = uploads.filter((upload) => !here[upload.id]);
    this.all = [...this.all, ...added].sort((one, other) => one.record.at - other.record.at);
  }

  protected takeOut(uploads: readonly Upload[]): void {
    const out = Object.fromEntries(uploads.map((upload) => [upload.id, upload]));
    this.all = this.all.filter((upload) => !out[upload.id]);
  }

  #in(state: UploadState): Upload[] {
    return this.all.filter((upload) => upload.state === state);
  }
}

/** Not yet uploaded nor refused. */
const isOpen = (upload: Upload) => upload.isBusy || upload.state === 'chosen';
