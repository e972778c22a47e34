import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import { sendResumably } from './tus';

const CHUNK = 16 * 1024 * 1024;

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  size: number;
}

/** A server that keeps what it gets, and an XMLHttpRequest that reaches it. */
let asked: Asked[];
let answers: ((request: FakeRequest) => void)[];

class FakeRequest {
  status = 0;
  responseText = '';
  upload: { onprogress?: (event: object) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  #asked = { headers: {}, size: 0 } as Asked;
  #headers: Record<string, string> = {};

  open = (method: string, url: string) => Object.assign(this.#asked, { method, url });
  setRequestHeader = (name: string, value: string) => (this.#asked.headers[name] = value);
  getResponseHeader = (name: string) => this.#headers[name] ?? null;

  send(body?: Blob) {
    this.#asked.size = body?.size ?? 0;
    asked.push(this.#asked);
    answers.shift()?.(this);
  }

  abort() {
    this.onabort?.();
    this.onloadend?.();
  }

  answer(status: number, headers: Record<string, string> = {}, text = '') {
    [this.status, this.#headers, this.responseText] = [status, headers, text];
    this.onload?.();
    this.onloadend?.();
  }
}

const says =
  (status: number, headers: Record<string, string> = {}, text = '') =>
  (request: FakeRequest) =>
    request.answer(status, headers, text);
const created = says(201, { Location: '/api/tus/u1', 'Upload-Offset': '0' });
const complete = (offset: number) => says(204, { 'Upload-Offset': String(offset), 'Lumina-Photo-Id': 'p1' });
const steps = () => asked.map(({ method, size }) => `${method} ${size}`);

const progress = vi.fn();
const onUrl = vi.fn();

function start(size: number, url = '') {
  const cancel = new AbortController();
  const file = new File([new Uint8Array(size)], 'käse.jpg');
  const upload = {
    file,
    metadata: { filename: file.name },
    url,
    onUrl,
    onSent: progress,
    signal: cancel.signal,
  };
  return { cancel, sent: sendResumably(upload).catch((error: Error) => error) };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.clearAllMocks();
  setCurrentUser(7);
  asked = [];
});

afterEach(() => {
  setCurrentUser(null);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a small file goes along with the creation of its upload, for whom the page shows', async () => {
  answers = [says(201, { Location: '/api/tus/u1', 'Upload-Offset': '9', 'Lumina-Photo-Id': 'p1' })];
  expect(await start(9).sent).toBe('p1');
  expect(steps()).toEqual(['POST 9']);
  expect(asked[0]!.headers).toMatchObject({
    'Lumina-User': '7',
    'Tus-Resumable': '1.0.0',
    'Upload-Length': '9',
    'Upload-Metadata': 'filename a8Okc2UuanBn',
  });
});

test('a large file goes in pieces', async () => {
  answers = [created, says(204, { 'Upload-Offset': String(CHUNK) }), complete(CHUNK + 5)];
  expect(await start(CHUNK + 5).sent).toBe('p1');
  expect(steps()).toEqual(['POST 0', `PATCH ${CHUNK}`, 'PATCH 5']);
  expect(onUrl).toHaveBeenCalledWith('/api/tus/u1');
  expect(asked[2]!.headers['Upload-Offset']).toBe(String(CHUNK));
});

test('an upload that was cut goes on where the server has stopped', async () => {
  answers = [says(200, { 'Upload-Offset': '2000000' }), complete(3_000_000)];
  expect(await start(3_000_000, '/api/tus/u1').sent).toBe('p1');
  expect(steps()).toEqual(['HEAD 0', 'PATCH 1000000']);
  expect(progress).toHaveBeenCalledWith(2_000_000, false);
});

test('after a lost answer the photo is there, and nothing is sent', async () => {
  answers = [says(200, { 'Upload-Offset': '3000000', 'Lumina-Photo-Id': 'p1' })];
  expect(await start(3_000_000, '/api/tus/u1').sent).toBe('p1');
  expect(steps()).toEqual(['HEAD 0']);
});

test('a photo that could not be made when all had arrived is made without sending anything again', async () => {
  answers = [says(200, { 'Upload-Offset': '3000000' }), complete(3_000_000)];
  expect(await start(3_000_000, '/api/tus/u1').sent).toBe('p1');
  expect(steps()).toEqual(['HEAD 0', 'PATCH 0']);
});

test('an upload that has expired begins anew', async () => {
  answers = [says(404), created, complete(3_000_000)];
  expect(await start(3_000_000, '/api/tus/u1').sent).toBe('p1');
  expect(steps()).toEqual(['HEAD 0', 'POST 0', 'PATCH 3000000']);
});

test('a refusal comes with the sentence of the server', async () => {
  answers = [created, says(413, {}, '{"code":"over_limit","message":"At most 10 MB."}')];
  expect(await start(3_000_000).sent).toMatchObject({ status: 413, message: 'At most 10 MB.' });
});

test('what the server has refused is not there any more, but what a proxy refused is', async () => {
  answers = [created, says(400, {}, '{"code":"not_an_image"}'), created, says(413, {}, '<h1>Too large</h1>')];
  await start(3_000_000).sent;
  await start(3_000_000).sent;
  expect(onUrl.mock.calls).toEqual([['/api/tus/u1'], [''], ['/api/tus/u1']]);
});

test('a connection on which nothing moves for two minutes is given up', async () => {
  let request: FakeRequest | undefined;
  answers = [created, (one) => (request = one)];
  const { sent } = start(3_000_000);
  await vi.advanceTimersByTimeAsync(100_000);
  request!.upload.onprogress!({ loaded: 1, total: 2 });
  await vi.advanceTimersByTimeAsync(119_000);
  expect(progress).toHaveBeenLastCalledWith(1, true);
  request!.upload.onprogress!({ loaded: 2, total: 2 });
  await vi.advanceTimersByTimeAsync(121_000);
  expect(await sent).toMatchObject({ status: 0, code: 'unreachable' });
});

test('an answer that is not Lumina’s own is no photo', async () => {
  answers = [says(200, {}, '<h1>Welcome to our hotel</h1>')];
  expect(await start(9).sent).toMatchObject({ code: 'unreadable' });
});

test('who takes the file back stops it', async () => {
  answers = [created, () => {}];
  const { sent, cancel } = start(3_000_000);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  cancel.abort();
  expect(await sent).toBe(cancel.signal.reason);
});
