import { session } from '../account/session.svelte';
import { Problem } from '../api/problem';
import type { Audience, Photo, PhotoWords } from '../photo/photo';
import { photoLists } from '../photo/photoList.svelte';
import { shelf } from '../photo/shelf.svelte';
import { tagsIn } from '../photo/tags';
import { send } from './send';

const AT_ONCE = 3;

type State = 'chosen' | 'waiting' | 'sending' | 'done' | 'failed';

/** One file on its way. */
export class Upload {
  state = $state<State>('chosen');
  progress = $state(0);
  caption = $state('');
  problem = $state('');
  readonly preview: string;
  readonly cancelled = new AbortController();

  constructor(readonly file: File) {
    this.preview = URL.createObjectURL(file);
  }

  drop(): void {
    this.cancelled.abort();
    URL.revokeObjectURL(this.preview);
  }
}

/** The files that were chosen, and sending them, three at a time. Goes on when its sheet is closed. */
export class Uploads {
  all = $state.raw<Upload[]>([]);
  sheetOpen = $state(false);
  topic = $state('');
  tags = $state('');
  audience = $state<Audience>('public');

  chosen = $derived(this.all.filter((upload) => upload.state === 'chosen'));
  busy = $derived(this.all.filter((upload) => upload.state === 'waiting' || upload.state === 'sending'));
  failed = $derived(this.all.filter((upload) => upload.state === 'failed'));
  done = $derived(this.all.filter((upload) => upload.state === 'done'));

  constructor(
    private readonly sendFile: typeof send,
    private readonly onDone: (photo: Photo) => void,
  ) {}

  open(files: Iterable<File> = []): void {
    if (!this.busy.length && !this.failed.length) this.clear();
    if (!this.all.length) this.audience = session.account?.default_audience ?? 'public';
    this.all = [...this.all, ...[...files].map((file) => new Upload(file))];
    this.sheetOpen = true;
  }

  remove(upload: Upload): void {
    upload.drop();
    this.all = this.all.filter((other) => other !== upload);
    this.#work();
  }

  share(uploads: Upload[]): void {
    for (const upload of uploads) upload.state = 'waiting';
    this.#work();
  }

  clear(): void {
    for (const upload of this.all) upload.drop();
    this.all = [];
  }

  #work(): void {
    const sending = this.all.filter((upload) => upload.state === 'sending').length;
    const next = this.all.filter((upload) => upload.state === 'waiting').slice(0, AT_ONCE - sending);
    for (const upload of next) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    upload.state = 'sending';
    upload.progress = 0;
    const onProgress = (share: number) => (upload.progress = share);
    try {
      this.onDone(await this.sendFile(upload.file, this.#words(upload), onProgress, upload.cancelled.signal));
      upload.state = 'done';
    } catch (error) {
      upload.state = 'failed';
      upload.problem =
        error instanceof Problem ? error.message : 'This file could not be read. Please choose it again.';
    }
    this.#work();
  }

  #words(upload: Upload): PhotoWords {
    return { caption: upload.caption, topic: this.topic, tags: tagsIn(this.tags), audience: this.audience };
  }
}

export const uploads = new Uploads(send, (photo) => photoLists.welcome(shelf.keep(photo)));
session.onLeave(() => {
  uploads.clear();
  uploads.sheetOpen = false;
});
