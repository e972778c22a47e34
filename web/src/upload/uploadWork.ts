import { Problem } from '../api/problem';
import type { Photo } from '../api/types';
import { withRetries } from './retry';
import type { Upload } from './upload.svelte';
import type { AlbumPlace, UploadRecord } from './uploadRecord';

const SENT_AT_ONCE = 3;
/** As long as there is something to send, the server is asked about many files at once. */
const ASKED_AT_ONCE = 200;
/** While the server cannot be asked, nothing could be sent either. */
const UNENDING = new AbortController().signal;

export interface Arrived {
  photo: Photo;
  /** The photo was there before. */
  known: boolean;
}

export interface Sending {
  files: File[];
  record: UploadRecord;
  onUrl: (url: string) => void;
  /** Reports the number of bytes that the server has; `isNew` tells whether they were sent just now. */
  onSent: (bytes: number, isNew: boolean) => void;
  signal: AbortSignal;
}

/** The steps of an upload. */
export interface Steps {
  checksumOf: (file: File, signal: AbortSignal) => Promise<string>;
  /** The ids of my photos with these checksums. */
  knownPhotos: (checksums: string[]) => Promise<Map<string, string>>;
  send: (sending: Sending) => Promise<Arrived>;
  /** Nobody will go on with what was sent to this address. */
  cancel: (url: string) => void;
  /** Adds a photo to an album, before the next one. */
  fill: (
    into: AlbumPlace,
    photoId: string,
    next: () => string | undefined,
    onMade: (albumId: string) => void,
    onPlaced: () => void,
  ) => Promise<void>;
}

/** What the work needs of the queue. */
export interface Queue {
  readonly all: Upload[];
  readonly paused: boolean;
  mayWork: (upload: Upload) => boolean;
  files: (upload: Upload) => Promise<File[]>;
  change: (upload: Upload, change: Partial<UploadRecord>) => void;
  progress: (upload: Upload, bytes: number, isNew: boolean) => void;
  arrived: (upload: Upload, arrived: Arrived) => void;
  /** The photo is there already. */
  found: (upload: Upload, photoId: string) => void;
  refused: (upload: Upload, error: unknown) => void;
  /** The session has ended, or somebody else's has begun. */
  signedOut: (upload: Upload) => Promise<void>;
  settle: () => void;
}

/** Reads files, asks which of their photos are there already, and sends the others. */
export class UploadWork {
  #reading = false;
  #asking = false;

  constructor(
    private readonly queue: Queue,
    private readonly steps: Steps,
  ) {}

  go(): void {
    if (this.queue.paused) return;
    const sending = this.#mine('sending').length;
    const ready = this.#mine('waiting').filter((upload) => upload.record.asked);
    for (const upload of ready.slice(0, SENT_AT_ONCE - sending)) void this.#send(upload);
    void this.#ask(ready.length <= SENT_AT_ONCE - sending);
    void this.#read();
  }

  #mine(state: 'waiting' | 'sending'): Upload[] {
    return this.queue.all.filter((upload) => upload.state === state && this.queue.mayWork(upload));
  }

  async #read(): Promise<void> {
    const next = this.#mine('waiting').find(({ record }) => !record.asked && !record.checksum);
    if (this.#reading || !next) return;
    this.#reading = true;
    const signal = next.begin();
    this.queue.change(next, { state: 'reading' });
    try {
      const [file, movie] = await this.queue.files(next);
      // Whether a Live Photo is there with the same movie, only sending it shows.
      const read = () => this.steps.checksumOf(file!, signal);
      const checksum = movie ? '' : await withRetries(read, signal);
      if (!signal.aborted) this.queue.change(next, { state: 'waiting', checksum, asked: !checksum });
    } catch (error) {
      if (!signal.aborted) this.queue.refused(next, error);
    }
    this.#reading = false;
    this.#next();
  }

  async #ask(nothingElse: boolean): Promise<void> {
    const read = this.#mine('waiting').filter(({ record }) => !record.asked && record.checksum);
    if (this.#asking || !read.length || (!nothingElse && read.length < ASKED_AT_ONCE)) return;
    this.#asking = true;
    const checksums = read.slice(0, 1_000).map(({ record }) => record.checksum);
    const known = await withRetries(() => this.steps.knownPhotos(checksums), UNENDING).catch(
      () => new Map<string, string>(),
    );
    for (const upload of read.filter(({ state }) => state === 'waiting')) {
      const photoId = upload.record.twice ? undefined : known.get(upload.record.checksum);
      if (photoId) this.queue.found(upload, photoId);
      else this.queue.change(upload, { asked: true });
    }
    this.#asking = false;
    this.#next();
  }

  async #send(upload: Upload): Promise<void> {
    const signal = upload.begin();
    this.queue.change(upload, { state: 'sending' });
    try {
      const arrived = await this.#attempt(upload, signal);
      if (!signal.aborted) this.queue.arrived(upload, arrived);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem && error.status === 401) return void this.queue.signedOut(upload);
      this.queue.refused(upload, error);
    }
    this.#next();
  }

  async #attempt(upload: Upload, signal: AbortSignal): Promise<Arrived> {
    const files = await this.queue.files(upload);
    const onUrl = (url: string) => this.queue.change(upload, { url });
    const onSent = (bytes: number, isNew: boolean) => this.queue.progress(upload, bytes, isNew);
    return withRetries(
      () => this.steps.send({ files, record: upload.record, onUrl, onSent, signal }),
      signal,
    );
  }

  #next(): void {
    this.go();
    this.queue.settle();
  }
}
