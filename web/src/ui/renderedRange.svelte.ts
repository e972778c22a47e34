import { later } from './later';

/** How far beyond the screen things are rendered before they are seen. */
const OVERSCAN = 1_200;
/** Things are made for so many pixels in a frame, and the range moves in steps of as many. */
const STEP = 120;

/**
 * The part of a long page that is rendered. At first it is what is in sight, which loads alone; when somebody scrolls,
 * or a little later, it grows frame by frame, and so it does after a jump.
 */
export class RenderedRange {
  #top = $state(0);
  #height = $state(0);
  #reach = $state(0);
  #frame = 0;
  #callOff: (() => void) | undefined;
  from = $derived(Math.floor((this.#top - this.#reach) / STEP) * STEP);
  to = $derived(Math.ceil((this.#top + this.#height + this.#reach) / STEP) * STEP);

  /** What is in sight, from the top of what is rendered. */
  show(top: number, height: number): void {
    const scrolled = this.#callOff && top !== this.#top;
    if (Math.abs(top - this.#top) >= height) this.#reach = 0;
    this.#top = top;
    this.#height = height;
    this.#callOff ??= later(() => this.#grow());
    if (scrolled) this.#grow();
  }

  #grow(): void {
    if (this.#frame || this.#reach === OVERSCAN) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#reach = Math.min(OVERSCAN, this.#reach + STEP);
      this.#grow();
    });
  }

  stop(): void {
    this.#callOff?.();
    cancelAnimationFrame(this.#frame);
  }
}
