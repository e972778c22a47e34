import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errorText } from '../api/problem';
import { request } from '../api/request';
import { connection } from './connection.svelte';
import { startLive } from './live';
import ProblemText from './ProblemText.svelte';

let page: Record<string, unknown> | undefined;
const says = () => document.querySelector('[role=alert]')?.textContent ?? '';
const answer = (response: () => Response) => vi.stubGlobal('fetch', async () => response());

/** Shows why a request failed. */
async function fail() {
  const text = await request('/api/topics').then(() => '', errorText);
  page = mount(ProblemText, { target: document.body, props: { text } });
}

beforeEach(() => startLive());

afterEach(async () => {
  if (page) await unmount(page);
  page = undefined;
  connection.forget();
  vi.unstubAllGlobals();
});

test('that Lumina cannot be reached is said until any request is answered', async () => {
  answer(() => {
    throw new TypeError('no network');
  });
  await fail();
  await vi.waitFor(() => expect(says()).toContain('cannot be reached'));
  answer(() => new Response('[]'));
  await request('/api/friends');
  await vi.waitFor(() => expect(says()).toBe('This did not get through. Please try again.'));
});

test('the line about the lost connection goes with the first request that is answered', async () => {
  connection.lose();
  answer(() => new Response('[]'));
  await request('/api/friends');
  expect(connection.lost).toBe(false);
});

test('what a form says of itself stays', async () => {
  answer(() => new Response(JSON.stringify({ code: 'busy' }), { status: 400 }));
  await fail();
  answer(() => new Response('[]'));
  await request('/api/friends');
  await vi.waitFor(() => expect(says()).toContain('Too many people'));
});
