import { SvelteSet } from 'svelte/reactivity';
import { toasts } from '../ui/toasts.svelte';
import { errorText } from './problem';

/** Items that were just deleted and can still be restored: no list shows them, though the server still has them. */
class PendingDeletions {
  #ids = new SvelteSet<string>();

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** @param deed deletes the item permanently */
  add(id: string, text: string, deed: () => Promise<unknown>): void {
    this.#ids.add(id);
    toasts.show(text, { undo: () => this.#ids.delete(id), done: deed, failed: errorText });
  }
}

export const pendingDeletions = new PendingDeletions();
