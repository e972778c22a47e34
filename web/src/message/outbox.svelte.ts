import { errorText } from '../api/problem';
import { randomId } from '../api/randomId';
import type { Message, Photo } from '../api/types';
import { drafts } from '../draft/drafts';
import { session } from '../session/session.svelte';
import type { QuotedMessage, SendMessageRequest } from './message';

/** A message on screen: my own are shown before the server has them. */
export interface ShownMessage extends Message {
  state: 'sent' | 'sending' | 'failed';
  /** The message shows its photo to a reader who would not see it otherwise. */
  show_photo?: boolean;
}

/** My messages to one person that the server does not have yet. Sends them one by one, in order. */
export class Outbox {
  waiting = $state.raw<ShownMessage[]>([]);
  problem = $state('');
  readonly #name: string;
  readonly #writer = session.account?.id;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly userId: number,
    private readonly send: (draft: SendMessageRequest) => Promise<void>,
  ) {
    this.#name = `unsent/${userId}`;
    this.waiting = (drafts.find<SendMessageRequest[]>(this.#name) ?? []).map((draft) =>
      shownOf(draft, 'failed'),
    );
  }

  write(text: string, photo: Photo | null = null, replyTo: QuotedMessage | null = null): Promise<void> {
    const draft = {
      to_user_id: this.userId,
      text,
      photo_id: photo?.photo_id,
      show_photo: photo?.audience === 'private',
      client_id: randomId(),
    };
    const shown = { ...shownOf(draft, 'sending'), photo, reply_to: replyTo };
    this.#keep([...this.waiting, shown]);
    return this.#queue(shown);
  }

  async retry(...some: ShownMessage[]): Promise<void> {
    this.#mark(some, 'sending');
    await Promise.all(some.map((one) => this.#queue(one)));
  }

  retryAll(): Promise<void> {
    return this.retry(...this.waiting.filter((one) => one.state === 'failed'));
  }

  /** Removes messages that were discarded or have arrived. */
  remove(gone: (one: ShownMessage) => boolean): void {
    if (this.waiting.some(gone)) this.#keep(this.waiting.filter((one) => !gone(one)));
  }

  #queue(shown: ShownMessage): Promise<void> {
    this.#sending = this.#sending.then(() => this.#deliver(shown));
    return this.#sending;
  }

  /** Each attempt has the same `client_id`, so the server stores one message; only their author may send them. */
  async #deliver(shown: ShownMessage): Promise<void> {
    if (session.account?.id !== this.#writer) return;
    try {
      await this.send(requestOf(shown));
      this.problem = '';
    } catch (error) {
      this.#mark([shown], 'failed');
      this.problem = errorText(error);
    }
  }

  #mark(some: ShownMessage[], state: ShownMessage['state']): void {
    const ids = some.map((one) => one.client_id);
    this.#keep(this.waiting.map((one) => (ids.includes(one.client_id) ? { ...one, state } : one)));
  }

  #keep(waiting: ShownMessage[]): void {
    this.waiting = waiting;
    if (session.account?.id !== this.#writer) return;
    if (waiting.length) drafts.keep(this.#name, waiting.map(requestOf));
    else drafts.forget(this.#name);
  }
}

/** Client ids are unique for each sender only, so they identify my own messages alone. */
export const keyOf = (one: ShownMessage) =>
  session.isMe(one.from_user_id) && one.client_id ? `mine ${one.client_id}` : one.message_id;

const requestOf = (one: ShownMessage): SendMessageRequest => ({
  to_user_id: one.to_user_id,
  text: one.text,
  client_id: one.client_id!,
  ...(one.photo_id && { photo_id: one.photo_id }),
  ...(one.show_photo && { show_photo: true }),
  ...(one.reply_to && { reply_to: one.reply_to.message_id }),
});

const shownOf = (draft: SendMessageRequest, state: ShownMessage['state']): ShownMessage => ({
  message_id: draft.client_id,
  from_user_id: session.account?.id ?? 0,
  from_username: session.account?.username ?? '',
  to_user_id: draft.to_user_id,
  text: draft.text,
  timestamp: Date.now(),
  client_id: draft.client_id,
  photo_id: draft.photo_id ?? null,
  photo: null,
  photo_gone: false,
  deleted: false,
  reply_to: draft.reply_to ? { message_id: draft.reply_to, user_id: null, username: null, text: null } : null,
  reactions: [],
  show_photo: draft.show_photo ?? false,
  state,
});
