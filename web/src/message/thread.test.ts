import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Account, Message } from '../api/types';
import { drafts } from '../draft/drafts';
import { session } from '../session/session.svelte';
import type { SendMessageRequest } from './message';
import { Thread } from './thread.svelte';

const ME = 3;
const message = (message_id: string, more: Partial<Message> = {}) =>
  ({
    message_id,
    from_user_id: 7,
    text: message_id,
    client_id: null,
    photo: null,
    timestamp: 1,
    ...more,
  }) as Message;
const answer = (messages: Message[]) => new Response(JSON.stringify(messages));
const unreachable = () => new Problem('Lumina cannot be reached.', 0, 'unreachable');

describe('a thread', () => {
  let tries: {
    draft: SendMessageRequest;
    done: (message: Message) => void;
    fail: (error: unknown) => void;
  }[];
  let thread: Thread;
  const open = () => new Thread(7, (draft) => new Promise((done, fail) => tries.push({ draft, done, fail })));
  const shown = () => thread.messages.map((one) => `${one.text} ${one.state}`);
  const tried = (count: number) => vi.waitFor(() => expect(tries).toHaveLength(count));
  const arrive = (at: number, timestamp = 1) => {
    const { text, client_id } = tries[at]!.draft;
    tries[at]!.done(message(`m${at}`, { text, client_id, from_user_id: ME, timestamp }));
  };

  beforeEach(() => {
    session.account = { id: ME } as Account;
    drafts.forgetAll();
    tries = [];
    thread = open();
  });

  test('shows a message before the server has it', async () => {
    void thread.outbox.write('hello');
    expect(shown()).toEqual(['hello sending']);
    await tried(1);
    arrive(0);
    await vi.waitFor(() => expect(shown()).toEqual(['hello sent']));
  });

  test('shows once what comes as an answer and as an event', async () => {
    void thread.outbox.write('hello');
    await tried(1);
    thread.receive(message('m0', { text: 'hello', from_user_id: ME, client_id: tries[0]!.draft.client_id }));
    arrive(0);
    await vi.waitFor(() => expect(shown()).toEqual(['hello sent']));
  });

  test('sends one after the other, as they were written', async () => {
    void thread.outbox.write('first');
    void thread.outbox.write('second');
    await tried(1);
    expect(tries[0]!.draft.text).toBe('first');
    arrive(0);
    await tried(2);
    expect(shown()).toEqual(['first sent', 'second sending']);
  });

  test('keeps what failed and tries again as the same message', async () => {
    void thread.outbox.write('hello');
    await tried(1);
    tries[0]!.fail(unreachable());
    await vi.waitFor(() => expect(shown()).toEqual(['hello failed']));
    expect(thread.outbox.problem).toBe('Lumina cannot be reached.');
    void thread.outbox.retry(thread.messages[0]!);
    expect(shown()).toEqual(['hello sending']);
    await tried(2);
    expect(tries[1]!.draft).toEqual(tries[0]!.draft);
  });

  test('still has what was not sent when it is opened anew', async () => {
    void thread.outbox.write('hello');
    expect(open().messages.map((one) => one.text)).toEqual(['hello']);
    await tried(1);
    arrive(0);
    await vi.waitFor(() => expect(shown()).toEqual(['hello sent']));
    expect(open().messages).toEqual([]);
  });

  test('sends nothing in the name of somebody else', async () => {
    void thread.outbox.write('hello');
    const second = thread.outbox.write('from me');
    await tried(1);
    session.account = { id: 99 } as Account;
    tries[0]!.fail(unreachable());
    await second;
    expect(tries).toHaveLength(1);
    expect(open().messages).toEqual([]);
  });

  test('keeps the order of the server, whatever comes first', () => {
    thread.receive(message('b', { timestamp: 2 }));
    thread.receive(message('c', { timestamp: 2 }));
    thread.receive(message('a', { timestamp: 2 }));
    thread.receive(message('d', { timestamp: 1 }));
    expect(thread.messages.map((one) => one.text)).toEqual(['d', 'a', 'b', 'c']);
  });

  test('loses nothing that comes while it loads, nor what was there before', async () => {
    let reply: (response: Response) => void;
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (reply = resolve)));
    thread.receive(message('older', { timestamp: 1 }));
    const loaded = thread.load();
    thread.receive(message('meanwhile', { timestamp: 3 }));
    reply!(answer([message('latest', { timestamp: 2 })]));
    await loaded;
    expect(thread.messages.map((one) => one.text)).toEqual(['older', 'latest', 'meanwhile']);
    expect(thread.last?.message_id).toBe('meanwhile');
  });

  test('fills what lies between what it knows and the newest', async () => {
    const all = Array.from({ length: 261 }, (_, i) => message(`m${i}`, { timestamp: i }));
    vi.stubGlobal('fetch', (path: string) => {
      const before = all.findIndex((one) => path.includes(`before=${one.message_id}&`));
      return Promise.resolve(
        answer(before < 0 ? all.slice(-200) : all.slice(Math.max(0, before - 50), before)),
      );
    });
    thread.receive(all[0]!);
    await thread.load();
    expect(thread.messages).toHaveLength(261);
  });

  test('does not bring back what was deleted while an answer was on its way', () => {
    thread.receive(message('a'));
    thread.receive(message('b'));
    thread.remove('a');
    thread.receive(message('a'));
    expect(thread.messages.map((one) => [one.text, one.deleted ?? false])).toEqual([
      ['', true],
      ['b', false],
    ]);
  });
});
