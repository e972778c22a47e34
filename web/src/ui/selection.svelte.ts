import { SvelteSet } from 'svelte/reactivity';
import { toasts } from './toasts.svelte';

/** The items of a list that are selected, by their ids. */
export class Selection {
  #ids = new SvelteSet<string>();
  /** Where a range begins: the item that was selected or deselected last. */
  #anchor = '';
  /** In the order of the list; what has left the list is not selected any more. */
  chosen = $derived.by(() => (this.#ids.size ? this.order().filter((id) => this.#ids.has(id)) : []));

  /** Whether the rest of the list is loaded, because all of it shall be selected. */
  completing = $state(false);

  /**
   * @param order the ids of what is loaded of the list
   * @param complete loads the rest, and tells what prevented that
   */
  constructor(
    readonly order: () => string[],
    readonly complete: () => Promise<string> = () => Promise.resolve(''),
  ) {}

  get active(): boolean {
    return this.chosen.length > 0;
  }

  get anchor(): string {
    return this.#anchor;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  toggle(id: string): void {
    if (!this.#ids.delete(id)) this.#ids.add(id);
    this.#anchor = id;
  }

  /** Selects everything between the last item and this one. */
  extendTo(id: string): void {
    const range = this.active ? this.between(this.#anchor, id) : [id];
    for (const one of range) this.#ids.add(one);
    this.#anchor = id;
  }

  /** Two items and all between them; the second alone, if the first has left the list. */
  between(one: string, other: string): string[] {
    const ids = this.order();
    const [from, to] = [ids.indexOf(one), ids.indexOf(other)];
    return from < 0 ? [other] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  /** Selects these or deselects them, and leaves all others as they are. */
  set(ids: string[], chosen: boolean): void {
    for (const id of ids)
      if (chosen) this.#ids.add(id);
      else this.#ids.delete(id);
    this.#anchor = ids.at(-1) ?? this.#anchor;
  }

  /** Selects the whole list, also what nobody has scrolled to. If the selection ends meanwhile, nothing is selected. */
  async selectAll(): Promise<void> {
    if (this.completing) return;
    this.completing = true;
    const problem = await this.complete();
    this.completing = false;
    if (problem) toasts.show(problem);
    if (this.active) for (const id of this.order()) this.#ids.add(id);
  }

  /** Selects these alone. */
  replace(ids: string[]): void {
    this.#ids.clear();
    for (const id of ids) this.#ids.add(id);
  }

  clear(): void {
    this.#ids.clear();
  }
}
