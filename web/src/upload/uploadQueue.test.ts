import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Account, Photo } from '../api/types';
import { drafts } from '../draft/drafts';
import { session } from '../session/session.svelte';
import { toasts } from '../ui/toasts.svelte';
import { UploadQueue } from './uploadQueue.svelte';
import { Uploading } from './uploading';
import { UploadStore } from './uploadStore';
import type { Arrived, Sending, Steps } from './uploadWork';

const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const names = (uploads: UploadQueue, state: string) =>
  uploads.all.filter((upload) => upload.state === state).map((upload) => upload.record.name);
const said = () => toasts.shown.at(-1)?.text;
const photoOf = (name: string) => ({ photo_id: name, thumbnail_url: '/thumb' }) as Photo;

interface Sent extends Sending {
  done: (arrived?: Partial<Arrived>) => void;
  fail: (error: unknown) => void;
}

function reached<T>(is: boolean, answer: T): T {
  if (!is) throw new Problem('Not reached.', 0, 'unreachable', undefined, 0);
  return answer;
}

describe('uploads', () => {
  let sent: Sent[];
  let arrived: Photo[];
  let known: Map<string, string>;
  let cancelled: string[];
  let uploads: UploadQueue;
  let open: UploadQueue[];

  const steps: Steps = {
    checksumOf: async () => `sum ${reached(unreadable-- <= 0, sum++)}`,
    knownPhotos: async () => reached(cutOff-- <= 0, known),
    send: (sending) =>
      new Promise((done, fail) =>
        sent.push({
          ...sending,
          done: (is) => done({ photo: photoOf(sending.record.name), known: false, ...is }),
          fail,
        }),
      ),
    cancel: (url) => void cancelled.push(url),
    fill: async () => {},
  };
  let sum = 0;
  /** How often the server cannot be reached yet, and what reads files not be loaded. */
  let [cutOff, unreadable] = [0, 0];

  /** Another page of the same person in this browser. */
  async function anotherPage(user = 7): Promise<UploadQueue> {
    const queue = new UploadQueue(
      async () =>
        (...parts) =>
          new Uploading(...parts, steps),
      (one) => arrived.push(one),
    );
    open.push(queue);
    await queue.enter(user);
    return queue;
  }

  const closePage = (queue: UploadQueue) => {
    queue.leave();
    toasts.shown = [];
  };

  const areSent = (...expected: string[]) =>
    vi.waitFor(() => expect(sent.map(({ record }) => record.name)).toEqual(expected));

  const allDone = () =>
    vi.waitFor(() => {
      sent.forEach((one) => one.done());
      expect(uploads.busy).toHaveLength(0);
    });

  const kept = () => vi.waitFor(() => expect(uploads.endsWithThePage).toBe(false));

  beforeEach(async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    [sent, arrived, known, cancelled, open, sum, cutOff, unreadable] = [[], [], new Map(), [], [], 0, 0, 0];
    toasts.shown = [];
    session.account = { id: 7, default_audience: 'friends' } as Account;
    drafts.forgetAll();
    uploads = await anotherPage();
    uploads.open(['a', 'b', 'c', 'd', 'e'].map(file));
  });

  afterEach(() => open.forEach(closePage));

  test('wait until they are shared', async () => {
    await kept();
    expect(names(uploads, 'chosen')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(sent).toHaveLength(0);
  });

  test('go three at a time', async () => {
    uploads.shareChosen();
    await areSent('a', 'b', 'c');
    sent[1]!.done();
    await areSent('a', 'b', 'c', 'd');
    expect(names(uploads, 'done')).toEqual(['b']);
    expect(arrived).toEqual([photoOf('b')]);
    expect([uploads.through, uploads.shared]).toEqual([1, 5]);
  });

  test('carry the words for all and their own caption', async () => {
    uploads.words.topic = 'Sea';
    uploads.words.tags = '#blue, calm,';
    uploads.change(uploads.all[0]!, { caption: 'Morning' });
    uploads.shareChosen();
    await areSent('a', 'b', 'c');
    const details = { caption: 'Morning', topic: 'Sea', tags: ['blue', 'calm'], audience: 'friends' };
    expect(sent[0]!.record.details).toEqual(details);
  });

  test('go to whom they were shared with, whatever is chosen for the next ones', async () => {
    uploads.shareChosen();
    uploads.open([file('f')]);
    Object.assign(uploads.words, { topic: 'Later', audience: 'public' });
    await areSent('a', 'b', 'c');
    sent[0]!.fail(new Problem('Full.', 507, 'full'));
    await vi.waitFor(() => expect(uploads.failed).toHaveLength(1));
    uploads.retry(uploads.failed);
    await allDone();
    expect(sent).toHaveLength(6);
    for (const { record } of sent) expect(record.details).toMatchObject({ audience: 'friends', topic: '' });
    expect(names(uploads, 'chosen')).toEqual(['f']);
    uploads.shareChosen();
    await vi.waitFor(() => expect(sent).toHaveLength(7));
    expect(sent.at(-1)!.record.details).toMatchObject({ audience: 'public', topic: 'Later' });
  });

  test('are kept when their sheet closes, which is said', async () => {
    uploads.close();
    await vi.waitFor(() => expect(said()).toBe('5 photos kept until you share them.'));
    uploads.open([file('f')]);
    expect(uploads.chosen).toHaveLength(6);
  });

  test('that were put away can be taken back', async () => {
    uploads.discard(uploads.chosen);
    expect(uploads.all).toHaveLength(0);
    await vi.waitFor(() => expect(said()).toBe('5 photos taken off the list.'));
    toasts.undo(toasts.shown[0]!);
    expect(names(uploads, 'chosen')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are said to be shared', async () => {
    uploads.shareChosen();
    await allDone();
    await vi.waitFor(() => expect(said()).toBe('Your 5 photos are shared.'));
    expect([uploads.all.length, uploads.dialogOpen]).toEqual([0, false]);
  });

  test('that fail say why and hold nobody up; what is no picture is not tried again', async () => {
    uploads.shareChosen();
    await areSent('a', 'b', 'c');
    sent[0]!.fail(new Problem('Not a picture.', 400, 'not_an_image'));
    await allDone();
    expect(uploads.failed.map(({ record }) => [record.problem, record.canRetry])).toEqual([
      ['Not a picture.', false],
    ]);
    await vi.waitFor(() => expect(said()).toBe('Your 4 photos are shared. 1 could not be uploaded.'));
    expect([uploads.isThrough, uploads.dialogOpen]).toEqual([true, true]);
    toasts.shown = [];
    uploads.dismiss();
    expect([uploads.all.length, uploads.dialogOpen]).toEqual([0, false]);
    expect(toasts.shown).toHaveLength(0);
  });

  test('whose receipt was looked at are forgotten, but not what can be tried again', async () => {
    uploads.shareChosen();
    await areSent('a', 'b', 'c');
    sent[0]!.fail(new Problem('Not a picture.', 400, 'not_an_image'));
    sent[1]!.fail(new Problem('Full.', 503, 'busy', undefined, 1_000));
    await allDone();
    uploads.close();
    expect([uploads.failed.length, uploads.dialogOpen]).toEqual([2, false]);
    toasts.shown = [];
    uploads.dismiss();
    await vi.waitFor(() => expect(said()).toBe('1 photo taken off the list.'));
    toasts.undo(toasts.shown[0]!);
    expect([names(uploads, 'failed'), uploads.dialogOpen]).toEqual([['b'], false]);
    uploads.retry(uploads.failed);
    await vi.waitFor(() => expect(sent).toHaveLength(6));
    sent[5]!.fail(new Problem('Not a picture.', 400, 'not_an_image'));
    await vi.waitFor(() => expect(uploads.isThrough).toBe(true));
    uploads.dialogOpen = true;
    uploads.close();
    expect([uploads.all.length, uploads.dialogOpen]).toEqual([0, false]);
  });

  test('of Live Photos are sent with their movies, even if the picture is known', async () => {
    known = new Map([['sum 0', 'old']]);
    uploads.remove(uploads.all);
    uploads.open([file('f.heic'), file('f.mov')]);
    uploads.shareChosen();
    await areSent('f.heic');
    expect(sent[0]!.files.map(({ name }) => name)).toEqual(['f.heic', 'f.mov']);
  });

  test('that are here already are named and not sent, also when the page was cut off at first, but anyway if one wants', async () => {
    known = new Map([['sum 2', 'old']]);
    [cutOff, unreadable] = [1, 1];
    uploads.shareChosen();
    await allDone();
    expect(sent.map(({ record }) => record.name)).toEqual(['a', 'c', 'd', 'e']);
    expect(names(uploads, 'known')).toEqual(['b']);
    await vi.waitFor(() => expect(said()).toBe('Your 4 photos are shared. 1 was here already.'));
    uploads.uploadAnyway(uploads.known);
    await areSent('a', 'c', 'd', 'e', 'b');
    expect(sent.at(-1)!.record.twice).toBe(true);
  });

  test('that were removed are not sent, and the server is told', async () => {
    uploads.remove([uploads.all[0]!]);
    uploads.shareChosen();
    await areSent('b', 'c', 'd');
    sent[0]!.onUrl('/api/tus/b');
    uploads.remove([uploads.all[0]!]);
    expect(sent[0]!.signal.aborted).toBe(true);
    await areSent('b', 'c', 'd', 'e');
    expect(cancelled).toEqual(['/api/tus/b']);
  });

  test('rest while they are paused', async () => {
    uploads.shareChosen();
    await areSent('a', 'b', 'c');
    uploads.pause(true);
    expect(sent.every(({ signal }) => signal.aborted)).toBe(true);
    expect(names(uploads, 'waiting')).toHaveLength(5);
    uploads.pause(false);
    await areSent('a', 'b', 'c', 'a', 'b', 'c');
  });

  test('go on in the next page from where they were', async () => {
    uploads.shareChosen();
    await kept();
    await areSent('a', 'b', 'c');
    sent[0]!.done();
    sent[1]!.onUrl('/api/tus/b');
    await areSent('a', 'b', 'c', 'd');
    closePage(uploads);
    sent = [];
    const next = await anotherPage();
    await vi.waitFor(() => expect(said()).toBe('Going on with 4 photos.'));
    await areSent('b', 'c', 'd');
    expect(sent[0]!.record.url).toBe('/api/tus/b');
    expect(sent[0]!.files).toHaveLength(1);
    expect(names(next, 'done')).toEqual(['a']);
  });

  test('wait for the one whose they are', async () => {
    uploads.shareChosen();
    await kept();
    await areSent('a', 'b', 'c');
    uploads.leave();
    expect(sent.every(({ signal }) => signal.aborted)).toBe(true);
    session.account = { id: 8 } as Account;
    await uploads.enter(8);
    expect(uploads.all).toHaveLength(0);
    uploads.leave();
    session.account = { id: 7 } as Account;
    await uploads.enter(7);
    await areSent('a', 'b', 'c', 'a', 'b', 'c');
  });

  test('that the browser cannot keep go on from the memory of the page', async () => {
    closePage(uploads);
    vi.spyOn(UploadStore.prototype, 'add').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    uploads = await anotherPage();
    uploads.all = [];
    uploads.open([file('f')]);
    await vi.waitFor(() => expect(uploads.isFleeting).toBe(true));
    expect(uploads.endsWithThePage).toBe(true);
    uploads.shareChosen();
    await areSent('f');
    vi.restoreAllMocks();
  });

  test('that meet an ended session are not lost', async () => {
    const check = vi.spyOn(session, 'check').mockImplementation(async () => uploads.leave());
    uploads.shareChosen();
    await kept();
    await areSent('a', 'b', 'c');
    sent[0]!.fail(new Problem('Please log in to go on.', 401, 'not_signed_in'));
    await vi.waitFor(() => expect(check).toHaveBeenCalled());
    await uploads.enter(7);
    await areSent('a', 'b', 'c', 'a', 'b', 'c');
    expect(uploads.failed).toHaveLength(0);
    check.mockRestore();
  });
});
