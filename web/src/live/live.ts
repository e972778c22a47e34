import { session } from '../account/session.svelte';
import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Photo } from '../photo/photo';
import type { Comment } from '../comment/comment';
import type { Message } from '../message/message';

/** What the server tells, by its name. */
export interface News {
  message: Message;
  message_deleted: { message_id: string };
  message_read: { user_id: number; message_id: string; timestamp: number };
  typing: { user_id: number };
  friend_request: { id: number; requester_username: string };
  friend_accepted: { user_id: number; username: string };
  photo_posted: { photo_id: string; user_id: number };
  photo_liked: Pick<Photo, 'photo_id' | 'likes' | 'user_id' | 'username'>;
  photo_commented: { photo_id: string; comment_count: number; comment: Comment };
  photo_removed: { photo_id?: string; user_id?: number; audience?: 'friends' | 'all' };
  notification: { unread: number };
  /** Too much was missed: whoever shows anything asks for it anew. */
  reset: { last_id: number };
}

interface Frame {
  id?: number;
  type: string;
  data: unknown;
}

type Listener = (data: never) => void;

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
const POLL_EVERY = 3_000;
/** After so many sockets that never opened, they are taken to be blocked here. */
const PATIENCE = 3;

/** Listens to the server: by socket, or by asking every few seconds where sockets are blocked. */
export class Live {
  #listeners = new Map<string, Set<Listener>>();
  #last: number | undefined;
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #running = false;

  on<Name extends keyof News>(name: Name, listener: (data: News[Name]) => void): () => void {
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
    this.#running = false;
    this.#last = undefined;
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#socket?.close();
    this.#socket = undefined;
  }

  send(frame: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #connect(): void {
    const address = withQuery(location.origin.replace(/^http/, 'ws') + '/api/ws', { after: this.#last });
    const socket = new WebSocket(address);
    let greeted = false;
    this.#socket = socket;
    socket.onmessage = (event) => {
      greeted = true;
      this.#failures = 0;
      this.#hear(JSON.parse(event.data));
    };
    socket.onclose = () => {
      if (!this.#running || this.#socket !== socket) return;
      if (!greeted) this.#failures++;
      this.#again();
    };
  }

  #again(): void {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures);
    if (this.#failures < PATIENCE) this.#timer = setTimeout(() => this.#connect(), wait);
    else void this.#poll();
  }

  async #poll(): Promise<void> {
    try {
      const missed = await request<{ last_id: number; events: Frame[] }>(
        withQuery('/api/events', { after: this.#last }),
      );
      missed.events.forEach((frame) => this.#hear(frame));
      this.#last = missed.last_id;
    } catch {
      // The next turn tries again; a session that ended has led to the log-in by now.
    }
    if (this.#running) this.#timer = setTimeout(() => void this.#poll(), POLL_EVERY);
  }

  /** What comes twice, after a connection broke, is told once. */
  #hear(frame: Frame): void {
    if (frame.type === 'hello' || frame.type === 'reset') {
      this.#last = (frame.data as News['reset']).last_id;
    } else if (frame.id !== undefined) {
      if (this.#last !== undefined && frame.id <= this.#last) return;
      this.#last = frame.id;
    }
    this.#listeners.get(frame.type)?.forEach((listener) => listener(frame.data as never));
  }
}

export const live = new Live();
session.onEnter(() => live.start());
session.onLeave(() => live.stop());
