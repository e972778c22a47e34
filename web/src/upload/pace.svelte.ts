/** How long the speed of the past counts. */
const WINDOW = 15_000;
/** Shorter than this, it is no measurement. */
const LEAST = 2_000;

/** The speed of sending, of the last seconds. */
export class Pace {
  /** Bytes per second; 0 if not known. */
  speed = $state(0);
  #sent: { at: number; bytes: number }[] = [];

  constructor(private readonly now = () => performance.now()) {}

  note(bytes: number): void {
    const at = this.now();
    this.#sent = [...this.#sent.filter((one) => at - one.at < WINDOW), { at, bytes }];
    const took = at - this.#sent[0]!.at;
    // What was sent before the first moment is not part of this time.
    const sent = this.#sent.slice(1).reduce((sum, one) => sum + one.bytes, 0);
    this.speed = took < LEAST ? 0 : Math.max(0, (sent / took) * 1_000);
  }

  /** Seconds until so many bytes are sent; undefined if not known. */
  secondsFor(bytes: number): number | undefined {
    return this.speed ? bytes / this.speed : undefined;
  }
}
