import { t } from '../locale';
import { getPhoto } from '../photo/photo';
import { photoCache } from '../photo/photoCache.svelte';
import type { Selection } from '../ui/selection.svelte';
import { toasts } from '../ui/toasts.svelte';
import { changePhotos, countReasons, deletePhotos, type Change, type Outcome } from './batch';
import { fieldsAfter, undoOf, type Step } from './undo';

const READS_AT_ONCE = 4;

type Deed = Parameters<typeof t.selection.result>[0];

/** Changes the selected photos, and says in a toast what became of them. Those that failed stay selected. */
export class PhotoChanges {
  /** The number of photos that are through, while a change runs. */
  through = $state(0);
  all = $state(0);

  /** @param onchange is called after photos were changed, or set back */
  constructor(
    readonly selection: Selection,
    readonly onchange: () => void,
  ) {}

  get busy(): boolean {
    return this.all > 0;
  }

  async make(change: Change): Promise<void> {
    const ids = this.selection.chosen;
    const before = ids.flatMap((id) => photoCache.get(id) ?? []).map((photo) => ({ ...photo }));
    const outcome = await this.#run(() => send({ ids, change }, this.#count));
    const deed = change.trash ? 'trashed' : change.restore ? 'restored' : 'changed';
    this.#report(deed, outcome, undoOf(change, before, outcome.done));
  }

  async deleteForGood(): Promise<void> {
    const ids = this.selection.chosen;
    const outcome = await this.#run(() => deletePhotos(ids, this.#count));
    for (const id of outcome.done) photoCache.remove(id);
    this.#report('deleted', outcome, []);
  }

  async #run(deed: () => Promise<Outcome>): Promise<Outcome> {
    this.through = 0;
    this.all = this.selection.chosen.length;
    const outcome = await deed().finally(() => (this.all = 0));
    this.selection.replace(outcome.failed.map(({ id }) => id));
    return outcome;
  }

  #count = (through: number) => (this.through = through);

  #report(deed: Deed, outcome: Outcome, back: Step[]): void {
    this.onchange();
    const text = t.selection.result(deed, outcome.done.length, countReasons(outcome));
    toasts.show(text, back.length ? { undo: () => void this.#undo(back) } : undefined);
  }

  async #undo(steps: Step[]): Promise<void> {
    const all: Outcome = { done: [], failed: [] };
    for (const step of steps) {
      const { done, failed } = await send(step);
      all.done.push(...done);
      all.failed.push(...failed);
    }
    this.#report('undone', all, []);
  }
}

/** Photos on screen change as soon as the server has changed them. */
async function send({ ids, change }: Step, onprogress?: (through: number) => void): Promise<Outcome> {
  const outcome = await changePhotos(ids, change, onprogress);
  for (const id of outcome.done) {
    const photo = photoCache.get(id);
    if (photo) photoCache.update(id, fieldsAfter(change, photo));
  }
  if (change.restore) void readAgain(outcome.done);
  return outcome;
}

/** Only the server knows which audience a photo had before it was in the trash. */
async function readAgain(ids: string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += READS_AT_ONCE) {
    const reads = ids.slice(start, start + READS_AT_ONCE).map(getPhoto);
    for (const read of await Promise.allSettled(reads)) {
      if (read.status === 'fulfilled') photoCache.put(read.value);
    }
  }
}
