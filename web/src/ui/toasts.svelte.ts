/** What a toast about something that can be taken back holds. */
export interface Offer {
  undo: () => void;
  /** Does for good what the toast tells, when it goes; a failure is said, and what was told undone. */
  done?: () => Promise<unknown>;
  /** What to say when that fails. */
  failed?: (error: unknown) => string;
}

export interface Toast {
  id: number;
  text: string;
  offer?: Offer;
  /** Runs while nobody holds it. */
  timer?: ReturnType<typeof setTimeout>;
}

const SHOWN_FOR = 6_000;
const MAX_SHOWN = 3;

/** Short text about something that just happened. */
export class Toasts {
  shown = $state.raw<Toast[]>([]);
  #count = 0;

  show(text: string, offer?: Offer): void {
    const toast: Toast = { id: ++this.#count, text, offer };
    const others = this.shown.filter((other) => other.offer || other.text !== text);
    this.shown = [...others, toast];
    for (const oldest of this.shown.slice(0, -MAX_SHOWN)) this.dismiss(oldest);
    this.resume(toast);
  }

  /** Whoever reads a toast or is about to press its button keeps it. */
  pause(toast: Toast): void {
    clearTimeout(toast.timer);
  }

  resume(toast: Toast): void {
    this.pause(toast);
    toast.timer = setTimeout(() => this.dismiss(toast), SHOWN_FOR);
  }

  dismiss(toast: Toast): void {
    if (this.#take(toast)) void this.#finish(toast.offer);
  }

  undo(toast: Toast): void {
    if (this.#take(toast)) toast.offer?.undo();
  }

  /** Does at once what waits for its toast to go: the page is about to leave, or the person is. */
  async flush(): Promise<void> {
    const offers = this.shown.filter((toast) => this.#take(toast)).map((toast) => toast.offer);
    await Promise.all(offers.map((offer) => this.#finish(offer)));
  }

  /** Nobody is signed in who could still do what waits. */
  undoAll(): void {
    for (const toast of this.shown) this.undo(toast);
  }

  /** Each toast goes once, by its time, by a press, or with the page. */
  #take(toast: Toast): boolean {
    this.pause(toast);
    const before = this.shown.length;
    this.shown = this.shown.filter((other) => other.id !== toast.id);
    return this.shown.length < before;
  }

  async #finish(offer?: Offer): Promise<void> {
    try {
      await offer?.done?.();
    } catch (error) {
      offer!.undo();
      if (offer!.failed) this.show(offer!.failed(error));
    }
  }
}

export const toasts = new Toasts();

/** Nothing that waits for its toast to go is lost with the page. */
export function startToasts(): void {
  addEventListener('pagehide', () => void toasts.flush());
  document.addEventListener('visibilitychange', () => document.hidden && void toasts.flush());
}
