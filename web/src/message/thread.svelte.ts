import { session } from '../account/session.svelte';
import { wordsOf } from '../api/problem';
import { getLatest, getOlder, PAGE, sendMessage, type Draft, type Message } from './message';

export type State = 'sent' | 'sending' | 'failed';

/** A message as it is shown: mine are there before the server has them. */
export interface Shown extends Message {
  state: State;
}

/** What two people wrote to each other, as far back as somebody scrolled. */
export class Thread {
  messages = $state.raw<Shown[]>([]);
  loaded = $state(false);
  problem = $state('');
  #complete = false;

  constructor(
    readonly userId: number,
    private readonly send: (draft: Draft) => Promise<Message> = sendMessage,
  ) {}

  async load(): Promise<void> {
    try {
      const latest = await getLatest(this.userId);
      this.#complete = latest.length < PAGE;
      this.messages = [...latest.map(sent), ...this.messages.filter((one) => one.state !== 'sent')];
      this.loaded = true;
    } catch (error) {
      this.problem = wordsOf(error);
    }
  }

  /** Returns whether there was more. */
  async older(): Promise<boolean> {
    const first = this.messages[0];
    if (this.#complete || !first) return false;
    const older = await getOlder(this.userId, first.message_id).catch(() => []);
    this.#complete = older.length < PAGE;
    this.messages = [...older.map(sent), ...this.messages];
    return older.length > 0;
  }

  /** From the server, live or as the answer to sending; each message once. */
  receive(message: Message): void {
    const same = (one: Shown) =>
      one.message_id === message.message_id ||
      (message.client_id !== null && one.client_id === message.client_id);
    const known = this.messages.find(same);
    const photo = message.photo ?? known?.photo ?? null;
    const shown = { ...sent(message), photo };
    this.messages = known
      ? this.messages.map((one) => (one === known ? shown : one))
      : [...this.messages, shown];
  }

  remove(messageId: string): void {
    this.messages = this.messages.map((one) =>
      one.message_id === messageId ? { ...one, text: '', photo: null, photo_id: null, deleted: true } : one,
    );
  }

  async write(text: string): Promise<void> {
    await this.#deliver({ to_user_id: this.userId, text, client_id: crypto.randomUUID() });
  }

  async retry(failed: Shown): Promise<void> {
    await this.#deliver({ to_user_id: this.userId, text: failed.text, client_id: failed.client_id! });
  }

  /** The same `client_id` however often it is tried, so the server keeps one. */
  async #deliver(draft: Draft): Promise<void> {
    this.#show(draft, 'sending');
    try {
      this.receive(await this.send(draft));
      this.problem = '';
    } catch (error) {
      this.#show(draft, 'failed');
      this.problem = wordsOf(error);
    }
  }

  #show(draft: Draft, state: State): void {
    const known = this.messages.find((one) => one.client_id === draft.client_id);
    const shown: Shown = known ? { ...known, state } : { ...unsent(draft), state };
    this.messages = known
      ? this.messages.map((one) => (one === known ? shown : one))
      : [...this.messages, shown];
  }
}

const sent = (message: Message): Shown => ({ ...message, state: 'sent' });

const unsent = (draft: Draft): Message => ({
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
});
