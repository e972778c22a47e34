import { createSubscriber } from 'svelte/reactivity';

/** Ticks once a minute for all times like "3 minutes ago"; stops while none is on screen. */
class Clock {
  #watch = createSubscriber((tick) => {
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  });

  get now(): number {
    this.#watch();
    return Date.now();
  }
}

export const clock = new Clock();
