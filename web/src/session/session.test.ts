import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from '../api/request';
import { toasts } from '../ui/toasts.svelte';
import { session } from './session.svelte';

const ann = { id: 7, username: 'ann' };

/** Answers like the server, and records the user of each request. */
function answer(...answers: [number, object][]) {
  const spoken: (string | undefined)[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    spoken.push(headers['Lumina-User']);
    const [status, body] = answers.shift()!;
    return new Response(JSON.stringify(body), { status });
  });
  return spoken;
}

const refused = (code: string): [number, object] => [401, { code, message: 'Please log in to go on.' }];

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  session.leave();
  toasts.shown = [];
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function begin() {
  answer([200, { account: ann }]);
  await session.start();
  expect(session.account).toEqual(ann);
}

test('a Lumina that is away when the page opens is asked again', async () => {
  answer([503, {}], [200, { account: ann }]);
  await session.start();
  expect(session.state).toBe('unreachable');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(session.state).toBe('signed-in');
});

test('every request says for whom the page speaks', async () => {
  await begin();
  const spoken = answer([200, {}]);
  await request('/api/messages', { method: 'POST', json: {} });
  expect(spoken).toEqual(['7']);
});

/** Opens the page again: what it requests before it knows who is signed in. */
async function openAgain(now: object | null) {
  const spoken = answer([200, { account: now }], [200, []]);
  const started = session.start();
  await request('/api/photos');
  await started;
  return spoken;
}

test('a page that opens again speaks for the person who was here last, before it knows who is', async () => {
  await begin();
  expect(await openAgain(ann)).toEqual([undefined, '7']);
  expect(session.account).toEqual(ann);
});

test('what was read for the person before is forgotten when somebody else is signed in', async () => {
  await begin();
  const left = vi.fn();
  session.onSignOut(left);
  await openAgain({ id: 8, username: 'ben' });
  expect(left).toHaveBeenCalledTimes(1);
  expect([session.state, session.account?.id]).toEqual(['signed-in', 8]);
});

test('after a log-out nobody is expected', async () => {
  await begin();
  session.leave();
  expect(await openAgain(null)).toEqual([undefined, undefined]);
});

test('a page whose browser is somebody else’s by now leaves, and says so', async () => {
  await begin();
  const left = vi.fn();
  session.onSignOut(left);
  answer(refused('other_account'), refused('other_account'));
  await expect(request('/api/messages', { method: 'POST', json: {} })).rejects.toThrow('Please log in');
  await vi.waitFor(() => expect(session.state).toBe('signed-out'));
  expect(left).toHaveBeenCalledTimes(1);
  expect(toasts.shown.at(-1)?.text).toMatch(/^Somebody else has logged in here/);
});

test('that the session has ended is not said any more to whoever has logged in again', async () => {
  await begin();
  answer(refused('not_signed_in'), refused('not_signed_in'));
  await expect(request('/api/photos')).rejects.toThrow('Please log in');
  await vi.waitFor(() => expect(toasts.shown.at(-1)?.text).toMatch(/^Your session has ended/));
  answer([200, ann]);
  await session.logIn({ username: 'ann', password: 'seven green lamps' });
  expect(session.account).toEqual(ann);
  expect(toasts.shown).toEqual([]);
});

test('what was begun before leaving does not go out for whoever comes next', async () => {
  await begin();
  session.leave();
  const spoken = answer([200, {}]);
  await expect(request('/api/messages', { method: 'POST', json: {} })).rejects.toThrow('Please log in');
  expect(spoken).toEqual([]);
});

test('who has logged in anew in another tab stays', async () => {
  await begin();
  answer([200, { ...ann, name: 'Ann' }]);
  await session.check();
  expect([session.state, session.account?.name]).toEqual(['signed-in', 'Ann']);
});

test('a page that cannot ask stays until it can', async () => {
  await begin();
  answer([503, {}]);
  await session.check();
  expect(session.account).toEqual(ann);
});
