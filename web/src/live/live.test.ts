import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '../session/session.svelte';
import { connection } from './connection.svelte';
import { Live } from './live';

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = FakeSocket.OPEN;
  sent: string[] = [];
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;

  constructor(readonly address: string) {
    FakeSocket.all.push(this);
  }

  send(frame: string) {
    this.sent.push(frame);
  }

  close(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }

  says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

const latest = () => FakeSocket.all.at(-1)!;
let live: Live;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  FakeSocket.all = [];
  live = new Live();
});

afterEach(() => {
  live.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('news reach those who listen for them', () => {
  const heard = vi.fn();
  const stop = live.on('typing', heard);
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  latest().says({ type: 'typing', data: { user_id: 7 } });
  expect(heard).toHaveBeenCalledExactlyOnceWith({ user_id: 7 });
  stop();
  latest().says({ type: 'typing', data: { user_id: 7 } });
  expect(heard).toHaveBeenCalledTimes(1);
});

test('a broken connection comes back asking for what was missed', () => {
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  latest().says({ id: 9, type: 'friend_request', data: {} });
  latest().close();
  vi.advanceTimersByTime(1_000);
  expect(FakeSocket.all).toHaveLength(2);
  expect(latest().address).toMatch(/\/api\/ws\?after=9$/);
});

test('what is told twice is heard once', () => {
  const heard = vi.fn();
  live.on('friend_request', heard);
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  latest().says({ id: 5, type: 'friend_request', data: {} });
  latest().close();
  vi.advanceTimersByTime(1_000);
  latest().says({ type: 'hello', data: { last_id: 5 } });
  latest().says({ id: 5, type: 'friend_request', data: {} });
  expect(heard).toHaveBeenCalledTimes(1);
});

/** Answers requests other than the sockets, or lets them fail. */
function answer(status: number, body: object = {}) {
  const fetched = vi.fn(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('where no socket opens, it asks every few seconds, and goes on trying', async () => {
  const heard = vi.fn();
  live.on('friend_request', heard);
  const fetched = answer(200, { last_id: 2, events: [{ id: 3, type: 'friend_request', data: {} }] });
  live.start();
  latest().close();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(heard).toHaveBeenCalledTimes(1);
  for (const wait of [4_000, 8_000, 16_000, 30_000]) {
    latest().close();
    await vi.advanceTimersByTimeAsync(wait);
  }
  expect(FakeSocket.all).toHaveLength(6);
  latest().says({ type: 'hello', data: { last_id: 3 } });
  const asked = fetched.mock.calls.length;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(fetched).toHaveBeenCalledTimes(asked);
});

test('a server that is away is said to be, until it answers again', async () => {
  const back = vi.fn();
  const stop = connection.onReconnect(back);
  answer(503);
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  latest().close();
  await vi.advanceTimersByTimeAsync(1_000);
  latest().close();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.lost).toBe(true);
  answer(200, { last_id: 4, events: [] });
  const before = FakeSocket.all.length;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(connection.lost).toBe(false);
  expect(back).toHaveBeenCalledTimes(1);
  expect(FakeSocket.all.length).toBeGreaterThan(before);
  stop();
});

test('a socket that falls silent is given up within forty seconds', () => {
  live.start();
  const silent = latest();
  silent.says({ type: 'hello', data: { last_id: 4 } });
  vi.advanceTimersByTime(20_000);
  expect(silent.sent).toEqual(['{"type":"ping"}']);
  silent.says({ type: 'pong', data: {} });
  vi.advanceTimersByTime(20_000);
  expect(FakeSocket.all).toHaveLength(1);
  vi.advanceTimersByTime(21_000);
  expect(FakeSocket.all).toHaveLength(2);
  silent.says({ type: 'pong', data: {} });
  expect(latest()).not.toBe(silent);
});

test('whoever comes back to the page does not wait to know whether the connection is there', () => {
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  live.reconnect();
  expect(latest().sent).toEqual(['{"type":"ping"}']);
  vi.advanceTimersByTime(4_000);
  latest().says({ type: 'pong', data: {} });
  vi.advanceTimersByTime(4_000);
  expect(FakeSocket.all).toHaveLength(1);
  live.reconnect();
  vi.advanceTimersByTime(6_000);
  expect(FakeSocket.all).toHaveLength(2);
});

test('a session that ended is looked at before anything else', async () => {
  const check = vi.spyOn(session, 'check').mockImplementation(async () => live.stop());
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  latest().close(4401);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(check).toHaveBeenCalledTimes(1);
  expect(FakeSocket.all).toHaveLength(1);
  check.mockRestore();
});

test('whoever signs out hears nothing more', () => {
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  live.stop();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
});
