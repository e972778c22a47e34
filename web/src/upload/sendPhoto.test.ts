import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import type { PhotoDetails } from '../photo/photo';
import { sendPhoto } from './sendPhoto';

class FakeRequest {
  static latest: FakeRequest;
  status = 0;
  responseText = '';
  headers: Record<string, string> = {};
  upload: { onprogress?: (event: object) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;

  constructor() {
    FakeRequest.latest = this;
  }

  open() {}
  send() {}
  getResponseHeader = () => null;

  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }

  abort() {
    this.onabort?.();
    this.onloadend?.();
  }

  answer(status: number, text: string) {
    [this.status, this.responseText] = [status, text];
    this.onload?.();
    this.onloadend?.();
  }
}

const details: PhotoDetails = { caption: '', topic: '', tags: [], audience: 'friends' };
const progress = vi.fn();

function start(file = new File(['x'], 'a.jpg')) {
  const cancel = new AbortController();
  const sent = sendPhoto(file, details, progress, cancel.signal).catch((error: Error) => error);
  return { sent, cancel, request: FakeRequest.latest };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  setCurrentUser(7);
});

afterEach(() => {
  setCurrentUser(null);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a file is sent for whom the page shows', async () => {
  const { sent, request } = start();
  expect(request.headers).toEqual({ 'Lumina-User': '7' });
  request.upload.onprogress!({ loaded: 1, total: 2 });
  expect(progress).toHaveBeenLastCalledWith(0.5);
  request.answer(201, '{"photo_id":"p1"}');
  expect(await sent).toEqual({ photo_id: 'p1' });
});

test('a connection on which nothing moves for two minutes is given up', async () => {
  const { sent, request } = start();
  await vi.advanceTimersByTimeAsync(100_000);
  request.upload.onprogress!({ loaded: 1, total: 2 });
  await vi.advanceTimersByTimeAsync(119_000);
  request.upload.onprogress!({ loaded: 2, total: 2 });
  await vi.advanceTimersByTimeAsync(121_000);
  expect(await sent).toMatchObject({ status: 0, code: 'unreachable' });
});

test('a file that is not there any more is no lost connection', async () => {
  const moved = Object.assign(new File(['x'], 'a.jpg'), {
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  });
  const { sent, request } = start(moved);
  request.onerror!();
  expect(await sent).toMatchObject({ code: 'unreadable_file' });
});

test('an answer that is not Lumina’s own is no photo', async () => {
  const { sent, request } = start();
  request.answer(201, '<h1>Welcome to our hotel</h1>');
  expect(await sent).toMatchObject({ code: 'unreadable' });
});

test('who takes the file back stops it', async () => {
  const { sent, cancel } = start();
  cancel.abort();
  expect(await sent).toBe(cancel.signal.reason);
});
