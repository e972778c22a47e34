import { merged } from '../api/merge';
import { Problem, errorText } from '../api/problem';
import type { Message } from '../api/types';
import type { Reaction } from '../like/reactions';
import { getPhoto } from '../photo/photo';
import { session } from '../session/session.svelte';
import { toasts } from '../ui/toasts.svelte';
import {
  getLatest,
  getOlder,
  PAGE_SIZE,
  reactTo,
  sendMessage,
  type PersonReaction,
  type SendMessageRequest,
} from './message';
import { Outbox, type ShownMessage } from './outbox.svelte';

const sortKeyOf = (message: Message) => ({ id: message.message_id, at: message.timestamp });
const isRefused = (error: unknown) => error instanceof Problem && error.code === 'not_friends';
const isGone = (error: unknown) => error instanceof Problem && error.status === 404;

/** The messages between two people, as far back as they are loaded. */
export class Thread {
  readonly outbox: Outbox;
  #kept = $state.raw<Message[]>([]);
  messages = $derived.by<ShownMessage[]>(() => [
    ...this.#kept.map((message) => ({ ...message, state: 'sent' as const })),
    ...this.outbox.waiting,
  ]);
  loaded = $state(false);
  problem = $state('');
  #complete = false;
  #reading = false;

  constructor(
    readonly userId: number,
    send: (draft: SendMessageRequest) => Promise<Message> = sendMessage,
  ) {
    this.outbox = new Outbox(userId, async (draft) => this.receive(await send(draft)));
  }

  /** The newest message that the server has. */
  get last(): Message | undefined {
    return this.#kept.at(-1);
  }

  /** Loads the newest messages, back to those that are already known. */
  async load(): Promise<void> {
    const known = this.last;
    try {
      let page = await getLatest(this.userId);
      if (!known) this.#complete = page.length < PAGE_SIZE;
      this.#merge(page);
      while (known && page.length >= PAGE_SIZE && page[0]!.timestamp > known.timestamp) {
        page = await getOlder(this.userId, page[0]!.message_id);
        this.#merge(page);
      }
      [this.loaded, this.problem] = [true, ''];
    } catch (error) {
      // Who was never a friend: there is nothing to read, and no use in trying again.
      if (isRefused(error)) [this.loaded, this.problem] = [true, ''];
      else this.problem = errorText(error);
    }
  }

  /** Loads older messages; returns whether there were any. */
  async older(): Promise<boolean> {
    const first = this.#kept[0];
    if (this.#complete || this.#reading || !first) return false;
    this.#reading = true;
    const older = await getOlder(this.userId, first.message_id).catch(() => null);
    this.#reading = false;
    if (!older) return false;
    this.#complete = older.length < PAGE_SIZE;
    this.#merge(older);
    return older.length > 0;
  }

  /** Adds a message from a live event or from the response to sending it. */
  receive(message: Message): void {
    this.#merge([message]);
  }

  remove(messageId: string): void {
    this.#change((one) => one.message_id === messageId, {
      text: '',
      photo: null,
      photo_id: null,
      deleted: true,
      reactions: [],
    });
    const isQuoted = (one: Message) => one.reply_to?.message_id === messageId;
    this.#kept = this.#kept.map((one) =>
      isQuoted(one) ? { ...one, reply_to: { ...one.reply_to!, text: null } } : one,
    );
  }

  /** The two people react so now. */
  reacted(messageId: string, reactions: PersonReaction[]): void {
    this.#change((one) => one.message_id === messageId, { reactions });
  }

  /** Shows my reaction at once, and reverts it if the request fails. */
  async react(message: Message, reaction: Reaction | null): Promise<void> {
    const me = session.account!.id;
    const others = message.reactions.filter((one) => one.user_id !== me);
    this.reacted(message.message_id, reaction ? [...others, { user_id: me, reaction }] : others);
    try {
      this.receive(await reactTo(message.message_id, reaction));
    } catch (error) {
      this.reacted(message.message_id, message.reactions);
      toasts.show(errorText(error));
    }
  }

  /** Reloads the photos of messages that may have lost them. */
  async refreshPhotos(asked: (message: Message) => boolean): Promise<void> {
    const ids = this.#kept.filter(asked).map((one) => one.photo_id);
    for (const [i, id] of ids.entries()) {
      if (!id || ids.indexOf(id) < i) continue;
      const photo = await getPhoto(id).catch((error) => (isGone(error) ? null : undefined));
      if (photo !== undefined) this.#change((one) => one.photo_id === id, { photo, photo_gone: !photo });
    }
  }

  #change(which: (message: Message) => boolean, change: Partial<Message>): void {
    this.#kept = this.#kept.map((one) => (which(one) ? { ...one, ...change } : one));
  }

  /** Deleted messages stay deleted even if an older response contains them; arrived ones leave the outbox. */
  #merge(told: Message[]): void {
    const news = told.map((one) => {
      const before = this.#kept.find((known) => known.message_id === one.message_id);
      if (before?.deleted) return before;
      return { ...one, photo: one.photo ?? (one.photo_gone ? null : (before?.photo ?? null)) };
    });
    this.#kept = merged(this.#kept, news, sortKeyOf);
    const mine = told.filter((one) => session.isMe(one.from_user_id)).map((one) => one.client_id);
    this.outbox.remove((one) => mine.includes(one.client_id));
  }
}

/** The threads of this person in this tab, so that leaving a page and returning loses nothing. */
let threads: Thread[] = [];

export function threadWith(userId: number): Thread {
  const known = threads.find((thread) => thread.userId === userId);
  const thread = known ?? new Thread(userId);
  if (!known) keep(thread);
  return thread;
}

function keep(thread: Thread): void {
  threads.push(thread);
  if (threads.length > 1) return;
  const stop = session.onSignOut(() => {
    threads = [];
    stop();
  });
}
