import { wordsOf } from '../api/problem';
import { freshId } from '../api/randomId';
import { drafts } from '../draft/drafts';
import { session } from '../session/session.svelte';
import type { Draft, Message } from './message';

/** A message as it is shown: mine are there before the server has them. */
export interface Shown extends Message {
  state: 'sent' | 'sending' | 'failed';
}

/** What I wrote to one person and the server does not have yet. It goes one by one, as it was written. */
export class Outbox {
  waiting = $state.raw<Shown[]>([]);
  problem = $state('');
  readonly #name: string;
  readonly #writer = session.account?.id;
  #sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly userId: number,
    private readonly send: (draft: Draft) => Promise<void>,
  ) {
    this.#name = `unsent/${userId}`;
    this.waiting = (drafts.find<Draft[]>(this.#name) ?? []).map((draft) => shownOf(draft, 'failed'));
  }

  write(text: string): Promise<void> {
    const shown = shownOf({ to_user_id: this.userId, text, client_id: freshId() }, 'sending');
    this.#keep([...this.waiting, shown]);
    return this.#queue(shown);
  }

  async retry(...some: Shown[]): Promise<void> {
    this.#mark(some, 'sending');
    await Promise.all(some.map((one) => this.#queue(one)));
  }

  /** Takes away what was given up, or has arrived. */
  remove(gone: (one: Shown) => boolean): void {
    if (this.waiting.some(gone)) this.#keep(this.waiting.filter((one) => !gone(one)));
  }

  #queue(shown: Shown): Promise<void> {
    this.#sending = this.#sending.then(() => this.#deliver(shown));
    return this.#sending;
  }

  /** The same `client_id` however often it is tried, so the server keeps one; and only as its writer. */
  async #deliver(shown: Shown): Promise<void> {
    if (session.account?.id !== this.#writer) return;
    try {
      await this.send(draftOf(shown));
      this.problem = '';
    } catch (error) {
      this.#mark([shown], 'failed');
      this.problem = wordsOf(error);
    }
  }

  #mark(some: Shown[], state: Shown['state']): void {
    const ids = some.map((one) => one.client_id);
    this.#keep(this.waiting.map((one) => (ids.includes(one.client_id) ? { ...one, state } : one)));
  }

  #keep(waiting: Shown[]): void {
    this.waiting = waiting;
    if (session.account?.id !== this.#writer) return;
    if (waiting.length) drafts.keep(this.#name, waiting.map(draftOf));
    else drafts.forget(this.#name);
  }
}

const draftOf = (one: Shown): Draft => ({
  to_user_id: one.to_user_id,
  text: one.text,
  client_id: one.client_id!,
});

const shownOf = (draft: Draft, state: Shown['state']): Shown => ({
  message_id: draft.client_id,
  from_user_id: session.account?.id ?? 0,
  from_username: session.account?.username ?? '',
  to_user_id: draft.to_user_id,
  text: draft.text,
  timestamp: Date.now(),
  client_id: draft.client_id,
  photo_id: null,
  photo: null,
  photo_gone: false,
  deleted: false,
  state,
});
