import { errorText, Problem } from '../api/problem';
import type { PhotoDetails } from '../photo/photo';
import type { AlbumFilling } from './albumFilling';
import { isTemporary } from './retry';

type State = 'chosen' | 'waiting' | 'sending' | 'done' | 'failed';

/** A file to upload, and its state. */
export class Upload {
  state = $state<State>('chosen');
  progress = $state(0);
  caption = $state('');
  problem = $state('');
  /** Whether a later attempt with the same file may succeed. */
  canRetry = $state(false);
  /** The details at the time of sharing; later changes of the form do not affect them. */
  details = $state.raw<PhotoDetails | null>(null);
  /** Puts the photo into an album, if it belongs to one. */
  filling: AlbumFilling | null = null;
  readonly preview: string;
  #cancel = new AbortController();

  constructor(readonly file: File) {
    this.preview = URL.createObjectURL(file);
  }

  share(details: Omit<PhotoDetails, 'caption'>, filling: AlbumFilling | null): void {
    this.filling = filling;
    this.details = Object.freeze({ ...details, caption: this.caption.trim() });
    this.state = 'waiting';
  }

  begin(): AbortSignal {
    this.#cancel = new AbortController();
    this.state = 'sending';
    this.progress = 0;
    return this.#cancel.signal;
  }

  fail(error: unknown): void {
    this.state = 'failed';
    this.problem = errorText(error);
    this.canRetry = !(error instanceof Problem) || isTemporary(error);
  }

  /** Returns to the state `waiting`. */
  pause(): void {
    this.#cancel.abort();
    if (this.state === 'sending') this.state = 'waiting';
  }

  drop(): void {
    this.#cancel.abort();
    URL.revokeObjectURL(this.preview);
  }
}
