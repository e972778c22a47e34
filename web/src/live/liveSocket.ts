const PING_EVERY = 20_000;
const ANSWER_WITHIN = 5_000;
const OPEN_WITHIN = 10_000;

/** A socket to the server. It also ends when the connection is silent, which browsers do not detect. */
export class LiveSocket {
  readonly #socket: WebSocket;
  #alive = true;
  #answered = false;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  readonly #pings: ReturnType<typeof setInterval>;

  constructor(
    address: string,
    private readonly onFrame: (frame: string) => void,
    /** Called once, with the close code. */
    private readonly onEnd: (code?: number) => void,
  ) {
    this.#socket = new WebSocket(address);
    this.#socket.onmessage = (event) => this.#hear(event.data);
    this.#socket.onclose = (event?: CloseEvent) => this.#end(event?.code);
    this.#pings = setInterval(() => this.#beat(), PING_EVERY);
    this.#expectWithin(OPEN_WITHIN);
  }

  send(frame: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** The connection may be lost: the server must answer within five seconds. */
  ask(): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.send({ type: 'ping' });
    this.#expectWithin(ANSWER_WITHIN);
  }

  hangUp(): void {
    this.#release();
    this.#socket.close();
  }

  /** The ping of twenty seconds ago must have been answered, so silence is detected within forty seconds. */
  #beat(): void {
    if (!this.#answered) return this.#end();
    this.#answered = false;
    this.send({ type: 'ping' });
  }

  #hear(frame: string): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    this.#answered = true;
    if (this.#alive) this.onFrame(frame);
  }

  #expectWithin(time: number): void {
    this.#deadline ??= setTimeout(() => this.#end(), time);
  }

  /** Does not wait for the close: on a silent connection it takes minutes. */
  #end(code?: number): void {
    if (!this.#alive) return;
    this.hangUp();
    this.onEnd(code);
  }

  #release(): void {
    this.#alive = false;
    clearTimeout(this.#deadline);
    clearInterval(this.#pings);
  }
}
