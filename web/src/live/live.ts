import { withQuery } from '../api/link';
import { Problem } from '../api/problem';
import { request, whenReached, whenUnreachable } from '../api/request';
import { session } from '../session/session.svelte';
import { connection } from './connection.svelte';
import type { LiveEvents } from './liveEvents';
import { LiveSocket } from './liveSocket';

interface Frame {
  id?: number;
  type: string;
  data: unknown;
}

type Listener = (data: never) => void;

const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;
const POLL_EVERY = 3_000;
const SESSION_ENDED = 4401;
/** After a new log-in in another tab, the new cookie arrives shortly after the old session has ended. */
const COOKIE_WITHIN = 500;

/** No response, or one that says that the server or one of its stores is unavailable. */
const isAway = (error: unknown) => error instanceof Problem && [0, 502, 503, 504].includes(error.status);

/** Receives live events: by WebSocket, or by polling every few seconds while no socket opens. */
export class Live {
  #listeners = new Map<string, Set<Listener>>();
  #last: number | undefined;
  #socket: LiveSocket | undefined;
  /** The socket has received its first frame. */
  #open = false;
  #failures = 0;
  #running = false;
  #next: ReturnType<typeof setTimeout> | undefined;
  #nextPoll: ReturnType<typeof setTimeout> | undefined;

  on<Name extends keyof LiveEvents>(name: Name, listener: (data: LiveEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener as Listener);
    return () => listeners.delete(listener as Listener);
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#connect();
  }

  stop(): void {
    this.#running = this.#open = false;
    this.#last = undefined;
    this.#failures = 0;
    clearTimeout(this.#next);
    clearTimeout(this.#nextPoll);
    this.#socket?.hangUp();
    connection.forget();
  }

  send(frame: object): void {
    this.#socket?.send(frame);
  }

  /** A request got no response: the socket has to prove that its connection works. */
  unanswered(): void {
    connection.unanswered = true;
    this.#checkSocket();
  }

  /** Something came from the server, so a socket may open as well. */
  reached(): void {
    connection.unanswered = false;
    if (!connection.lost) return;
    connection.back();
    if (this.#running && !this.#open) this.#connect();
  }

  #checkSocket(): void {
    if (this.#open) this.#socket?.ask();
  }

  /** Reconnects at once instead of after the delay: after a sleep, or on another network. */
  reconnect(): void {
    if (this.#running && !this.#open) this.#connect();
    else this.#checkSocket();
  }

  #connect(): void {
    clearTimeout(this.#next);
    this.#socket?.hangUp();
    this.#open = false;
    const asked = { after: this.#last, user: session.account?.id };
    this.#socket = new LiveSocket(
      withQuery(location.origin.replace(/^http/, 'ws') + '/api/ws', asked),
      (frame) => this.#told(JSON.parse(frame)),
      (code) => void this.#ended(code),
    );
  }

  /** The first frame is `hello` or `reset`. */
  #told(frame: Frame): void {
    const again = this.#last !== undefined && !this.#open;
    this.#open = true;
    this.#failures = 0;
    clearTimeout(this.#nextPoll);
    this.#hear(frame);
    if (again) connection.back();
    this.reached();
  }

  async #ended(code?: number): Promise<void> {
    this.#failures = this.#open ? 0 : this.#failures + 1;
    this.#open = false;
    if (code === SESSION_ENDED) {
      await new Promise((resolve) => setTimeout(resolve, COOKIE_WITHIN));
      await session.check();
    }
    if (!this.#running) return;
    const wait = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#failures);
    this.#next = setTimeout(() => this.#connect(), wait);
    if (this.#failures === 1) void this.#poll();
  }

  /** Polling also detects the end of the session while no socket opens: a 401 leads to the log-in. */
  async #poll(): Promise<void> {
    clearTimeout(this.#nextPoll);
    try {
      const address = withQuery('/api/events', { after: this.#last });
      const missed = await request<{ last_id: number; events: Frame[] }>(address);
      if (this.#open || !this.#running) return;
      this.#last ??= missed.last_id;
      missed.events.forEach((frame) => this.#hear(frame));
      this.reached();
    } catch (error) {
      if (!this.#open && isAway(error)) connection.lose();
    }
    if (this.#running && !this.#open) this.#nextPoll = setTimeout(() => void this.#poll(), POLL_EVERY);
  }

  /** Drops events that arrive twice after a reconnection. */
  #hear(frame: Frame): void {
    const isGreeting = frame.type === 'hello' || frame.type === 'reset';
    if (isGreeting) this.#last = (frame.data as LiveEvents['reset']).last_id;
    else if (frame.id !== undefined) {
      if (this.#last !== undefined && frame.id <= this.#last) return;
      this.#last = frame.id;
    }
    this.#listeners.get(frame.type)?.forEach((listener) => listener(frame.data as never));
  }
}

export const live = new Live();

/** Receives events while a person is signed in, and checks the connection whenever it may be lost. */
export function startLive(): void {
  session.onSignIn(() => live.start());
  session.onSignOut(() => live.stop());
  whenUnreachable(() => live.unanswered());
  whenReached(() => live.reached());
  addEventListener('online', () => live.reconnect());
  addEventListener('offline', () => session.account && connection.lose());
  addEventListener('pageshow', () => live.reconnect());
  document.addEventListener('visibilitychange', () => document.hidden || live.reconnect());
}
