import { errorText, Problem } from '../api/problem';
import type { PhotoDetails } from '../photo/photo';
import { isTemporary } from './retry';

type State = 'chosen' | 'waiting' | 'sending' | 'done' | 'failed';

/** One file on its way. */
export class Upload {
  state = $state<State>('chosen');
  progress = $state(0);
  caption = $state('');
  problem = $state('');
  /** Whether the same file may be taken another time. */
  canRetry = $state(false);
  /** What is said of it, and to whom: as it was when it was shared, whatever is typed for others later. */
  details = $state.raw<PhotoDetails | null>(null);
  readonly preview: string;
  #cancel = new AbortController();

  constructor(readonly file: File) {
    this.preview = URL.createObjectURL(file);
  }

  share(details: Omit<PhotoDetails, 'caption'>): void {
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

  /** Goes back to those who wait. */
  pause(): void {
    this.#cancel.abort();
    if (this.state === 'sending') this.state = 'waiting';
  }

  drop(): void {
    this.#cancel.abort();
    URL.revokeObjectURL(this.preview);
  }
}
