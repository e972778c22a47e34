import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Draft, Message } from './message';
import { Thread } from './thread.svelte';

const message = (message_id: string, more: Partial<Message> = {}) =>
  ({ message_id, text: message_id, client_id: null, photo: null, timestamp: 1, ...more }) as Message;

describe('a thread', () => {
  let tries: { draft: Draft; done: (message: Message) => void; fail: (error: unknown) => void }[];
  let thread: Thread;
  const shown = () => thread.messages.map((one) => `${one.text} ${one.state}`);

  beforeEach(() => {
    tries = [];
    thread = new Thread(7, (draft) => new Promise((done, fail) => tries.push({ draft, done, fail })));
  });

  test('shows a message before the server has it', async () => {
    void thread.write('hello');
    expect(shown()).toEqual(['hello sending']);
    const { client_id } = tries[0]!.draft;
    tries[0]!.done(message('m1', { text: 'hello', client_id }));
    await vi.waitFor(() => expect(shown()).toEqual(['hello sent']));
  });

  test('shows once what comes as an answer and as an event', async () => {
    void thread.write('hello');
    const { client_id } = tries[0]!.draft;
    thread.receive(message('m1', { text: 'hello', client_id }));
    tries[0]!.done(message('m1', { text: 'hello', client_id }));
    await vi.waitFor(() => expect(shown()).toEqual(['hello sent']));
  });

  test('keeps what failed and tries again as the same message', async () => {
    void thread.write('hello');
    tries[0]!.fail(new Problem('Lumina cannot be reached.', 0, 'unreachable'));
    await vi.waitFor(() => expect(shown()).toEqual(['hello failed']));
    expect(thread.problem).toBe('Lumina cannot be reached.');
    void thread.retry(thread.messages[0]!);
    expect(shown()).toEqual(['hello sending']);
    expect(tries[1]!.draft).toEqual(tries[0]!.draft);
  });

  test('empties what was deleted and keeps its place', () => {
    thread.receive(message('a'));
    thread.receive(message('b'));
    thread.remove('a');
    expect(thread.messages.map((one) => [one.text, one.deleted ?? false])).toEqual([
      ['', true],
      ['b', false],
    ]);
  });
});
