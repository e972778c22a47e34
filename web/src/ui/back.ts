import { tick } from 'svelte';

const depthIn = (state: unknown) => (state as { depth?: number } | null)?.depth ?? 0;

/**
 * Back closes what lies over a page, the topmost first, and never leaves the page below it. Each thing that opens adds
 * a history entry for Back to use up; an entry that is left over is skipped.
 */
class Back {
  #closes: (() => void)[] = [];
  /** How many such entries lie between the current entry and that of its page. */
  depth = 0;

  /** Back calls the function until the returned one is called. */
  closes(close: () => void): () => void {
    this.#closes.push(close);
    this.#addEntries();
    return () => (this.#closes = this.#closes.filter((one) => one !== close));
  }

  /** A popover is closed by Back as long as it is open. */
  popover = (element: HTMLElement) => {
    let stop: (() => void) | undefined;
    const toggled = ({ newState }: ToggleEvent) => {
      stop?.();
      stop = newState === 'open' ? this.closes(() => element.hidePopover()) : undefined;
    };
    element.addEventListener('beforetoggle', toggled);
    return () => {
      element.removeEventListener('beforetoggle', toggled);
      stop?.();
    };
  };

  push(entry: { href: string }): void {
    history.pushState(entry, '', entry.href);
    this.arrive(entry);
  }

  replace(entry: { href: string }): void {
    history.replaceState({ ...entry, depth: this.depth }, '', entry.href);
  }

  /** Called when another page is the current one. */
  arrive(state: unknown): void {
    this.depth = depthIn(state);
    void tick().then(() => this.#addEntries());
  }

  /** Called after a step between the entries of one page. */
  stay(state: unknown): void {
    const back = depthIn(state) < this.depth;
    this.arrive(state);
    if (!back) return;
    const close = this.#closes.at(-1);
    if (close) close();
    else history.go(-1 - this.depth);
  }

  #addEntries(): void {
    while (this.depth < this.#closes.length) history.pushState({ ...history.state, depth: ++this.depth }, '');
  }
}

export const back = new Back();
