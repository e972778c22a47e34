const AT_ONCE = 2;

/** Reads what is wanted, first what is wanted most, and each once at a time. */
export class ReadQueue<T> {
  #wanted: T[] = [];
  #reading = new Map<T, Promise<void>>();

  /** @param lacks tells whether there is something to read of an item that is wanted */
  constructor(
    readonly readOf: (item: T) => Promise<void>,
    readonly lacks: (item: T) => boolean,
  ) {}

  /** Whoever scrolls quickly passes much: what is not wanted any more is not read. */
  want(items: T[]): void {
    this.#wanted = items;
    this.next();
  }

  read(item: T): Promise<void> {
    const reading = this.#reading.get(item) ?? this.readOf(item).finally(() => this.#end(item));
    this.#reading.set(item, reading);
    return reading;
  }

  needs(item: T): boolean {
    return this.#wanted.includes(item) || this.#reading.has(item);
  }

  #end(item: T): void {
    this.#reading.delete(item);
    this.next();
  }

  /** One after the other, because what comes may bring others along. What is not wanted any more does not hold it up. */
  next(): void {
    if (this.#reading.size >= AT_ONCE || this.#wanted.some((item) => this.#reading.has(item))) return;
    const item = this.#wanted.find((wanted) => this.lacks(wanted));
    if (item) void this.read(item);
  }
}
