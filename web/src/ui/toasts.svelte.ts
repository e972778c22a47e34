/** An action that can be undone while its toast is shown. */
export interface Offer {
  undo: () => void;
  /** Executes the action when the toast disappears; on failure shows an error and undoes it. */
  done?: () => Promise<unknown>;
  /** The text of the error. */
  failed?: (error: unknown) => string;
}

export interface Toast {
  id: number;
  text: string;
  offer?: Offer;
  /** Paused while the pointer or the focus is on the toast. */
  timer?: ReturnType<typeof setTimeout>;
}

const SHOWN_FOR = 6_000;
const MAX_SHOWN = 3;

/** Short messages about something that just happened. */
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

  /** A toast stays while the user reads it or is about to press its button. */
  pause(toast: Toast): void {
    clearTimeout(toast.timer);
  }

  resume(toast: Toast): void {
    this.pause(toast);
    toast.timer = setTimeout(() => this.dismiss(toast), SHOWN_FOR);
  }

  /** Takes back what is not true any more. */
  retract(text: string): void {
    for (const toast of this.shown) if (toast.text === text) this.dismiss(toast);
  }

  dismiss(toast: Toast): void {
    if (this.#take(toast)) void this.#finish(toast.offer);
  }

  undo(toast: Toast): void {
    if (this.#take(toast)) toast.offer?.undo();
  }

  /** Executes all pending actions at once: the page is closing, or the person is logging out. */
  async flush(): Promise<void> {
    const offers = this.shown.filter((toast) => this.#take(toast)).map((toast) => toast.offer);
    await Promise.all(offers.map((offer) => this.#finish(offer)));
  }

  /** Undoes all pending actions: without a session they cannot be executed. */
  undoAll(): void {
    for (const toast of this.shown) this.undo(toast);
  }

  /** Removes a toast; false if it was already removed by its timer, a click or the end of the page. */
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

/** Executes pending actions before the page is closed or hidden. */
export function startToasts(): void {
  addEventListener('pagehide', () => void toasts.flush());
  document.addEventListener('visibilitychange', () => document.hidden && void toasts.flush());
}
