import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../api/types';
import { setCurrentUser } from '../api/request';
import { drafts } from '../draft/drafts';
import { session } from '../session/session.svelte';
import ThreadView from './ThreadView.svelte';

const BOB = 7;
let friendship: 'friends' | 'none';
let page: Record<string, unknown>;
const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });

/** The server: Bob, no messages, and what it says to somebody who writes to no friend. */
async function answer(address: string, { method }: RequestInit): Promise<Response> {
  if (address.includes('/lookup')) return json({ id: BOB, username: 'bob', friendship });
  if (method === 'POST') return json({ code: 'not_friends' }, 403);
  return json([]);
}

const buttons = () => [...document.querySelectorAll('button')].map((one) => one.textContent.trim());

/** Writes in the thread with Bob, where the message fails. */
async function write() {
  const field = await vi.waitFor(() => {
    const found = document.querySelector('textarea');
    expect(found).toBeTruthy();
    return found!;
  });
  field.value = 'Hello Bob';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await vi.waitFor(() =>
    expect(document.querySelector<HTMLButtonElement>('form [aria-label=Send]')?.disabled).toBe(false),
  );
  field.form!.requestSubmit();
  await vi.waitFor(() => expect(buttons()).toContain('Discard'));
}

beforeEach(() => {
  friendship = 'friends';
  session.account = { id: 3, username: 'ann' } as Account;
  setCurrentUser(3);
  drafts.forgetAll();
  vi.stubGlobal('fetch', answer);
  page = mount(ThreadView, { target: document.body, props: { username: 'bob' } });
});

afterEach(async () => {
  await unmount(page);
  drafts.forgetAll();
  setCurrentUser(null);
  session.account = null;
  vi.unstubAllGlobals();
});

test('a message to somebody who is no friend any more says why it was not sent, and cannot be tried again', async () => {
  await vi.waitFor(() => expect(document.querySelector('textarea')).toBeTruthy());
  friendship = 'none';
  await write();
  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('Not sent: only friends can write to each other.'),
  );
  expect(buttons()).not.toContain('Not sent. Try again');
  expect(document.querySelector('.problem[role=alert]')).toBeNull();
});
