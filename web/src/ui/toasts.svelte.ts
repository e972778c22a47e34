import { wordsOf } from '../api/problem';

/** What a toast about something that can be taken back holds. */
export interface Offer {
  undo: () => void;
  /** Does for good what the toast tells, when it goes; a failure is said, and what was told undone. */
  done?: () => Promise<unknown>;
}

export interface Toast {
  id: number;
  words: string;
  offer?: Offer;
  /** Runs while nobody holds it. */
  timer?: ReturnType<typeof setTimeout>;
}

const SHOWN_FOR = 6_000;
const MOST = 3;

/** Short words about something that just happened. */
export class Toasts {
  shown = $state.raw<Toast[]>([]);
  #count = 0;

  say(words: string, offer?: Offer): void {
    const toast: Toast = { id: ++this.#count, words, offer };
    const others = this.shown.filter((other) => other.offer || other.words !== words);
    this.shown = [...others, toast];
    for (const oldest of this.shown.slice(0, -MOST)) this.drop(oldest);
    this.release(toast);
  }

  /** Whoever reads a toast or is about to press its button keeps it. */
  hold(toast: Toast): void {
    clearTimeout(toast.timer);
  }

  release(toast: Toast): void {
    this.hold(toast);
    toast.timer = setTimeout(() => this.drop(toast), SHOWN_FOR);
  }

  drop(toast: Toast): void {
    if (this.#take(toast)) void this.#finish(toast.offer);
  }

  undo(toast: Toast): void {
    if (this.#take(toast)) toast.offer?.undo();
  }

  /** Does at once what waits for its toast to go: the page is about to leave, or the person is. */
  async settle(): Promise<void> {
    const offers = this.shown.filter((toast) => this.#take(toast)).map((toast) => toast.offer);
    await Promise.all(offers.map((offer) => this.#finish(offer)));
  }

  /** Nobody is signed in who could still do what waits. */
  forget(): void {
    for (const toast of this.shown) this.undo(toast);
  }

  /** Each toast goes once, by its time, by a press, or with the page. */
  #take(toast: Toast): boolean {
    this.hold(toast);
    const before = this.shown.length;
    this.shown = this.shown.filter((other) => other.id !== toast.id);
    return this.shown.length < before;
  }

  async #finish(offer?: Offer): Promise<void> {
    try {
      await offer?.done?.();
    } catch (error) {
      offer!.undo();
      this.say(wordsOf(error));
    }
  }
}

export const toasts = new Toasts();
addEventListener('pagehide', () => void toasts.settle());
document.addEventListener('visibilitychange', () => document.hidden && void toasts.settle());
