import { SvelteSet } from 'svelte/reactivity';
import { toasts } from '../ui/toasts.svelte';
import { errorText } from './problem';

/** What was just deleted and can still be brought back: no list shows it, though the server has it. */
class PendingDeletions {
  #ids = new SvelteSet<string>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** @param deed deletes it for good */
  add(id: string, text: string, deed: () => Promise<unknown>): void {
    this.#ids.add(id);
    toasts.show(text, { undo: () => this.#ids.delete(id), done: deed, failed: errorText });
  }
}

export const pendingDeletions = new PendingDeletions();
