import { randomId } from '../api/randomId';
import type { UploadRecord, UploadState } from './uploadRecord';

let latest = 0;

/** Later than any upload before, also within one millisecond. */
const later = () => (latest = Math.max(Date.now(), latest + 0.001));

/** A file to upload, with its moving part if it is a Live Photo, and its state. */
export class Upload {
  record = $state.raw<UploadRecord>()!;
  /** The part of its bytes that the server has. */
  progress = $state(0);
  /** The files, as long as the browser does not keep them. */
  files: File[] | null;
  /** The browser could not keep it: it ends with the page. */
  fleeting = $state(false);
  /** It was removed. */
  gone = false;
  #cancel = new AbortController();

  constructor(record: UploadRecord, files: File[] | null = null) {
    this.record = record;
    this.files = files;
  }

  get id(): string {
    return this.record.id;
  }

  get state(): UploadState {
    return this.record.state;
  }

  /** Shared, and neither uploaded nor refused. */
  get isBusy(): boolean {
    return ['waiting', 'reading', 'sending'].includes(this.state);
  }

  begin(): AbortSignal {
    this.#cancel = new AbortController();
    return this.#cancel.signal;
  }

  stop(): void {
    this.#cancel.abort();
  }
}

export function chosenUpload(files: File[], user: number): Upload {
  const [photo] = files as [File];
  const record: UploadRecord = {
    id: randomId(),
    user,
    at: later(),
    name: photo.name,
    size: files.reduce((sum, file) => sum + file.size, 0),
    kind: photo.type,
    state: 'chosen',
    caption: '',
    details: null,
    checksum: '',
    asked: false,
    twice: false,
    url: '',
    photoId: '',
    thumb: '',
    album: null,
    problem: '',
    canRetry: false,
  };
  return new Upload(record, files);
}
