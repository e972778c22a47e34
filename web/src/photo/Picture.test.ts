import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Photo } from '../api/types';
import Picture from './Picture.svelte';

const photo = {
  photo_id: '1',
  username: 'ann',
  caption: '',
  placeholder: '',
  width: 300,
  height: 200,
  large_url: '/large',
  image_url: '/full',
  srcset: '/small 480w, /large 2048w',
} as Photo;

describe('the open picture', () => {
  let shown: Record<string, unknown>;

  function show(animated: boolean, calm = false) {
    vi.stubGlobal('matchMedia', () => ({ matches: calm, addEventListener() {}, removeEventListener() {} }));
    shown = mount(Picture, { target: document.body, props: { photo: { ...photo, animated } } });
    flushSync();
    return document.querySelector('img')!;
  }

  afterEach(async () => {
    await unmount(shown);
    vi.unstubAllGlobals();
  });

  test('is the original when it moves', () => {
    const image = show(true);
    expect(image.getAttribute('src')).toBe('/full');
    expect(image.hasAttribute('srcset')).toBe(false);
  });

  test('is as large as the screen takes when it does not', () => {
    expect(show(false).getAttribute('srcset')).toBe(photo.srcset);
  });

  test('stands still for who wants nothing to move', () => {
    expect(show(true, true).getAttribute('src')).toBe('/large');
  });
});
