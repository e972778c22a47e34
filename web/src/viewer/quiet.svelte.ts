const REST_MS = 2_500;

/** The controls over a photo: they fade while the mouse rests; a finger hides and shows them with a tap. */
export class Quiet {
  /** Whether they are hidden. */
  on = $state(false);
  #timer?: ReturnType<typeof setTimeout>;

  /** The mouse moved. */
  wake = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') this.rest();
  };

  /** Shows them until the mouse has rested for a while. */
  rest(): void {
    this.key();
    this.#timer = setTimeout(() => (this.on = true), REST_MS);
  }

  key(): void {
    this.on = false;
    this.stop();
  }

  tap({ pointerType }: PointerEvent): void {
    if (pointerType === 'mouse') return;
    this.stop();
    this.on = !this.on;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
