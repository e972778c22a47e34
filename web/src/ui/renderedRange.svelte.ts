/** How far beyond the screen things are rendered before they are seen. */
const OVERSCAN = 1_200;
/** Things are made for so many pixels in a frame, and the range moves in steps of as many. */
const STEP = 120;

/** The part of a long page that is rendered. After a jump it is what is in sight, and grows frame by frame. */
export class RenderedRange {
  #top = $state(0);
  #height = $state(0);
  #reach = $state(0);
  #frame = 0;
  from = $derived(Math.floor((this.#top - this.#reach) / STEP) * STEP);
  to = $derived(Math.ceil((this.#top + this.#height + this.#reach) / STEP) * STEP);

  /** What is in sight, from the top of what is rendered. */
  show(top: number, height: number): void {
    if (Math.abs(top - this.#top) >= height) this.#reach = 0;
    this.#top = top;
    this.#height = height;
    if (!this.#frame) this.#grow();
  }

  #grow(): void {
    this.#frame = 0;
    if (this.#reach === OVERSCAN) return;
    this.#frame = requestAnimationFrame(() => {
      this.#reach = Math.min(OVERSCAN, this.#reach + STEP);
      this.#grow();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }
}
