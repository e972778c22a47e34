import { afterEach, expect, test, vi } from 'vitest';
import { Problem, errorText } from './problem';
import { request, whenUnreachable } from './request';

const answer = (response: Response) => vi.stubGlobal('fetch', async () => response);

afterEach(() => vi.unstubAllGlobals());

test('an answer that is not Lumina’s own is a problem with words', async () => {
  answer(new Response('<h1>Welcome to our hotel</h1>'));
  await expect(request('/api/friends')).rejects.toMatchObject({ code: 'unreadable' });
});

test('an answer that breaks off is a lost connection, which is told', async () => {
  const told = vi.fn();
  whenUnreachable(told);
  const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
  answer(new Response(body));
  await expect(request('/api/friends')).rejects.toMatchObject({ code: 'unreachable' });
  expect(told).toHaveBeenCalledTimes(1);
});

test('there are words for whatever failed, and faults of the page are reported', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  expect(errorText(new Problem('Too large.', 413, 'too_large'))).toBe('Too large.');
  expect(reported).not.toHaveBeenCalled();
  const fault = new TypeError('x is undefined');
  expect(errorText(fault)).toBe('Something went wrong. Please try again.');
  expect(reported).toHaveBeenCalledExactlyOnceWith(fault);
});
