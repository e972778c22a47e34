import { afterEach, expect, test, vi } from 'vitest';
import { t } from '../locale';
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

test('a problem is told in words of the page where it knows the code, and else in those of the server', async () => {
  const told = (code: string) =>
    new Response(JSON.stringify({ code, detail: 'Told by the server.' }), { status: 409 });
  answer(told('already_friends'));
  await expect(request('/api/friends')).rejects.toThrow(t.problem.already_friends);
  answer(told('new_in_this_version'));
  await expect(request('/api/friends')).rejects.toThrow('Told by the server.');
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
