const LASTS = 5_000;

/** Whether the other person of a thread is typing: until some seconds after the last sign of it. */
export class Typing {
  now = $state(false);
  #ends: ReturnType<typeof setTimeout> | undefined;

  sign(): void {
    this.now = true;
    clearTimeout(this.#ends);
    this.#ends = setTimeout(() => this.end(), LASTS);
  }

  end(): void {
    this.now = false;
  }
}
