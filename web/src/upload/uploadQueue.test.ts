import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Account, Photo } from '../api/types';
import { session } from '../session/session.svelte';
import { toasts } from '../ui/toasts.svelte';
import type { sendPhoto } from './sendPhoto';
import { UploadQueue } from './uploadQueue.svelte';

const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });
const names = (uploads: UploadQueue, state: string) =>
  uploads.all.filter((upload) => upload.state === state).map((upload) => upload.file.name);
const said = () => toasts.shown.at(-1)?.text;

describe('uploads', () => {
  let waiting: {
    file: File;
    details: unknown;
    signal: AbortSignal;
    done: (photo: Photo) => void;
    fail: (error: unknown) => void;
  }[];
  let arrived: Photo[];
  let uploads: UploadQueue;
  const photo = { photo_id: '1' } as Photo;

  beforeEach(() => {
    waiting = [];
    arrived = [];
    toasts.shown = [];
    session.account = { id: 7, default_audience: 'friends' } as Account;
    const sendLater: typeof sendPhoto = (file, details, _, signal) =>
      new Promise((done, fail) => waiting.push({ file, details, signal, done, fail }));
    uploads = new UploadQueue(sendLater, (photo) => arrived.push(photo));
    uploads.open(['a', 'b', 'c', 'd', 'e'].map(file));
  });

  const allDone = () =>
    vi.waitFor(() => {
      waiting.forEach((one) => one.done(photo));
      expect(uploads.busy).toHaveLength(0);
    });

  test('wait until they are shared', () => {
    expect(names(uploads, 'chosen')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(waiting).toHaveLength(0);
  });

  test('go three at a time', async () => {
    uploads.shareChosen();
    expect(waiting.map((one) => one.file.name)).toEqual(['a', 'b', 'c']);
    waiting[1]!.done(photo);
    await vi.waitFor(() => expect(waiting.map((one) => one.file.name)).toEqual(['a', 'b', 'c', 'd']));
    expect(names(uploads, 'done')).toEqual(['b']);
    expect(arrived).toEqual([photo]);
    expect([uploads.through, uploads.shared]).toEqual([1, 5]);
  });

  test('carry the words for all and their own caption', () => {
    uploads.topic = 'Sea';
    uploads.tags = '#blue, calm,';
    uploads.all[0]!.caption = 'Morning';
    uploads.shareChosen();
    const details = { caption: 'Morning', topic: 'Sea', tags: ['blue', 'calm'], audience: 'friends' };
    expect(waiting[0]!.details).toEqual(details);
  });

  test('go to whom they were shared with, whatever is chosen for the next ones', async () => {
    uploads.shareChosen();
    uploads.open([file('f')]);
    uploads.topic = 'Later';
    uploads.audience = 'public';
    waiting[0]!.fail(new Problem('Full.', 507, 'full'));
    await vi.waitFor(() => expect(uploads.failed).toHaveLength(1));
    uploads.retry(uploads.failed);
    await allDone();
    expect(waiting).toHaveLength(6);
    for (const one of waiting) expect(one.details).toMatchObject({ audience: 'friends', topic: '' });
    expect(names(uploads, 'chosen')).toEqual(['f']);
    uploads.shareChosen();
    expect(waiting.at(-1)!.details).toMatchObject({ audience: 'public', topic: 'Later' });
  });

  test('are added to those that are there', () => {
    uploads.close();
    expect(said()).toBeUndefined();
    uploads.open([file('f')]);
    expect(uploads.chosen).toHaveLength(6);
  });

  test('are kept when their sheet closes, which is said', async () => {
    uploads.topic = 'Sea';
    uploads.close();
    await vi.waitFor(() => expect(said()).toBe('5 photos kept until you share them.'));
    uploads.open();
    expect([uploads.chosen.length, uploads.topic]).toEqual([5, 'Sea']);
  });

  test('that were put away can be taken back', async () => {
    uploads.discard(uploads.chosen);
    expect(uploads.all).toHaveLength(0);
    await vi.waitFor(() => expect(said()).toBe('5 photos put away.'));
    toasts.undo(toasts.shown[0]!);
    expect(uploads.chosen).toHaveLength(5);
  });

  test('are said to be shared', async () => {
    uploads.shareChosen();
    await allDone();
    await vi.waitFor(() => expect(said()).toBe('Your 5 photos are shared.'));
    expect([uploads.all.length, uploads.dialogOpen]).toEqual([0, false]);
  });

  test('that fail say why and hold nobody up; what is no picture is not tried again', async () => {
    uploads.shareChosen();
    waiting[0]!.fail(new Problem('Not a picture.', 400, 'not_an_image'));
    await allDone();
    expect(uploads.failed.map((one) => [one.problem, one.canRetry])).toEqual([['Not a picture.', false]]);
    await vi.waitFor(() => expect(said()).toBe('Your 4 photos are shared. 1 could not be uploaded.'));
    expect(uploads.dialogOpen).toBe(true);
    uploads.discard(uploads.failed);
    expect(uploads.dialogOpen).toBe(false);
  });

  test('that were removed are not sent', () => {
    uploads.remove([uploads.all[0]!]);
    uploads.shareChosen();
    uploads.remove([uploads.all[0]!]);
    expect(waiting[0]!.signal.aborted).toBe(true);
    expect(waiting.map((one) => one.file.name)).toEqual(['b', 'c', 'd', 'e']);
  });

  test('wait for the one whose they are, and go on when they are back', () => {
    uploads.shareChosen();
    uploads.leave();
    expect(waiting.every((one) => one.signal.aborted)).toBe(true);
    expect(names(uploads, 'waiting')).toHaveLength(5);
    uploads.enter(7);
    expect(waiting.slice(3).map((one) => one.file.name)).toEqual(['a', 'b', 'c']);
    uploads.leave();
    uploads.enter(8);
    expect(uploads.all).toHaveLength(0);
  });

  test('that meet an ended session are not lost', async () => {
    const check = vi.spyOn(session, 'check').mockResolvedValue();
    uploads.shareChosen();
    session.account = null;
    waiting[0]!.fail(new Problem('Please log in to go on.', 401, 'not_signed_in'));
    await vi.waitFor(() => expect(check).toHaveBeenCalled());
    await vi.waitFor(() => expect(names(uploads, 'waiting')).toEqual(['a', 'd', 'e']));
    expect(uploads.failed).toHaveLength(0);
    check.mockRestore();
  });
});
