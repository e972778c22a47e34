import { beforeAll, describe, expect, test, vi } from 'vitest';
import { connection } from '../live/connection.svelte';
import { urlAtLumina, startImageFallback } from './imageFallback';

const SIGNED = 'https://cdn.example.org/photos/0198ab_small.webp?Expires=1&Signature=a-b_~&Key-Pair-Id=K1';

describe('an image that does not come', () => {
  let image: HTMLImageElement;

  beforeAll(() => {
    startImageFallback();
    image = document.createElement('img');
    document.body.append(image);
  });

  test('from a CDN is asked for at Lumina, once', () => {
    image.src = SIGNED;
    image.srcset = `${SIGNED} 480w`;
    image.dispatchEvent(new Event('error'));
    expect(image.getAttribute('src')).toBe('/api/photos/0198ab/image/small');
    expect(image.hasAttribute('srcset')).toBe(false);
    image.dispatchEvent(new Event('error'));
    expect(image.getAttribute('src')).toBe('/api/photos/0198ab/image/small');
  });

  test('because the connection is away is asked for when it is back', () => {
    image.src = '/api/photos/0198ab/image/small';
    Object.defineProperties(image, { complete: { value: true }, naturalWidth: { value: 0 } });
    const asked = vi.spyOn(image, 'setAttribute');
    connection.back();
    expect(asked).toHaveBeenCalledExactlyOnceWith('src', image.src);
  });

  test('from elsewhere stays away', () => {
    expect(urlAtLumina('/api/photos/0198ab/image/thumb')).toBeNull();
    expect(urlAtLumina('blob:http://localhost/1')).toBeNull();
    expect(urlAtLumina('https://cdn.example.org/photos/0198ab_full.jpg')).toBeNull();
    expect(urlAtLumina('https://cdn.example.org/lumina/photos/0198ab_thumb.jpg')).toBe(
      '/api/photos/0198ab/image/thumb',
    );
  });
});
