import { createSubscriber } from 'svelte/reactivity';

/** One tick a minute for every "3 minutes ago" on the page; none while there is nothing to tick for. */
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
