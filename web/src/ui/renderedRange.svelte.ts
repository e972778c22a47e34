import { later } from './later';

/** How far beyond the screen things are rendered before they are seen. */
const OVERSCAN = 1_200;
/** Things are made for so many pixels in a frame, and the range moves in steps of as many. */
const STEP = 120;

/**
 * The part of a long page that is rendered. At first it is what is in sight, which loads alone; when somebody scrolls,
 * or a little later, it grows frame by frame. After a jump it begins with the upper half of the screen.
 */
export class RenderedRange {
  #top = $state(0);
  #height = $state(0);
  #above = $state(0);
  #below = $state(0);
  #frame = 0;
  #callOff: (() => void) | undefined;
  from = $derived(Math.floor((this.#top - this.#above) / STEP) * STEP);
  to = $derived(Math.ceil((this.#top + this.#height + this.#below) / STEP) * STEP);

  /** What is in sight, from the top of what is rendered. */
  show(top: number, height: number): void {
    const scrolled = this.#callOff && top !== this.#top;
    if (scrolled && Math.abs(top - this.#top) >= height) [this.#above, this.#below] = [0, -height / 2];
    this.#top = top;
    this.#height = height;
    this.#callOff ??= later(() => this.#grow());
    if (scrolled) this.#grow();
  }

  #grow(): void {
    if (this.#frame || this.#above === OVERSCAN) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#below <= this.#above) this.#below = Math.min(OVERSCAN, this.#below + STEP);
      else this.#above = Math.min(OVERSCAN, this.#above + STEP);
      this.#grow();
    });
  }

  stop(): void {
    this.#callOff?.();
    cancelAnimationFrame(this.#frame);
  }
}
