import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../api/types';
import { session } from '../session/session.svelte';
import { Draft } from './draft.svelte';
import { drafts } from './drafts';

const looks = (id: number | null) => (session.account = id === null ? null : ({ id } as Account));

beforeEach(() => {
  localStorage.clear();
  looks(7);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  drafts.forgetAll();
});

test('what was typed is there again', () => {
  new Draft('comment/1').text = 'How lov';
  expect(new Draft('comment/1').text).toBe('How lov');
  expect(new Draft('comment/2').text).toBe('');
});

test('nobody else sees it, and it waits for the one who typed it', () => {
  new Draft('comment/1').text = 'How lov';
  looks(null);
  expect(new Draft('comment/1').text).toBe('');
  looks(71);
  expect(new Draft('comment/1').text).toBe('');
  drafts.forgetAll();
  looks(7);
  expect(new Draft('comment/1').text).toBe('How lov');
});

test('what was sent is no draft any more', () => {
  const draft = new Draft('comment/1');
  draft.text = 'How lovely';
  draft.text = '';
  expect(localStorage).toHaveLength(0);
});

test('a form is kept as a whole', () => {
  drafts.keep('photo/1', { caption: 'Sea', tags: ['blue'] });
  expect(drafts.find('photo/1')).toEqual({ caption: 'Sea', tags: ['blue'] });
  drafts.forget('photo/1');
  expect(drafts.find('photo/1')).toBeUndefined();
});

test('a month later it is gone', () => {
  vi.useFakeTimers();
  drafts.keep('comment/1', 'How lov');
  localStorage.setItem('draft/8/comment/1', 'what no version of the page wrote');
  vi.advanceTimersByTime(31 * 86_400_000);
  expect(drafts.find('comment/1')).toBeUndefined();
  drafts.forgetOld();
  expect(localStorage).toHaveLength(0);
});

test('where the browser keeps nothing, it lasts as long as the page', () => {
  vi.stubGlobal('localStorage', undefined);
  drafts.keep('comment/1', 'How lov');
  expect(drafts.find('comment/1')).toBe('How lov');
});
