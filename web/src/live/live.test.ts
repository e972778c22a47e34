import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Live } from './live';

class FakeSocket {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = FakeSocket.OPEN;
  sent: string[] = [];
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;

  constructor(readonly address: string) {
    FakeSocket.all.push(this);
  }

  send(frame: string) {
    this.sent.push(frame);
  }

  close() {
    this.onclose?.();
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

test('where sockets never open, it asks every few seconds instead', async () => {
  const fetched = vi.fn(
    async () => new Response(JSON.stringify({ last_id: 3, events: [{ id: 3, type: 'reset', data: {} }] })),
  );
  vi.stubGlobal('fetch', fetched);
  live.start();
  for (const wait of [2_000, 4_000, 0]) {
    latest().close();
    await vi.advanceTimersByTimeAsync(wait);
  }
  expect(FakeSocket.all).toHaveLength(3);
  expect(fetched).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test('whoever signs out hears nothing more', () => {
  live.start();
  latest().says({ type: 'hello', data: { last_id: 4 } });
  live.stop();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
});
