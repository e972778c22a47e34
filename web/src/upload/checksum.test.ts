import { afterEach, expect, test, vi } from 'vitest';
import { checksumOf } from './checksum';

const file = new File(['x'], 'a.jpg');

/** A browser whose workers fail, and the answer for their script. */
function workersFail(script: () => Promise<Response>): void {
  vi.stubGlobal(
    'Worker',
    class {
      onerror = () => {};
      terminate() {}
      postMessage() {
        queueMicrotask(() => this.onerror());
      }
    },
  );
  vi.stubGlobal('fetch', script);
}

const read = () => checksumOf(file, new AbortController().signal);

afterEach(() => vi.unstubAllGlobals());

test('a file is read later if the server was away when the worker was to be loaded', async () => {
  workersFail(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(read()).rejects.toMatchObject({ status: 0 });
  workersFail(async () => new Response('', { status: 502 }));
  await expect(read()).rejects.toMatchObject({ status: 0 });
});

test('a file has no checksum where workers do not run, or their script is of an older page', async () => {
  workersFail(async () => new Response(''));
  expect(await read()).toBe('');
  workersFail(async () => new Response('', { status: 404 }));
  expect(await read()).toBe('');
});
