export interface Toast {
  id: number;
  words: string;
}

const SHOWN_FOR = 6_000;

/** Short words about something that just happened. */
class Toasts {
  shown = $state<Toast[]>([]);
  #count = 0;

  say(words: string): void {
    const id = ++this.#count;
    this.shown = [...this.shown.filter((toast) => toast.words !== words), { id, words }].slice(-3);
    setTimeout(() => this.drop(id), SHOWN_FOR);
  }

  drop(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
