import type { Photo } from '../api/types';

/** The longest edge of the `large` size, in pixels. */
const LARGE = 2048;
const SHOWN_BY_BROWSERS = ['jpeg', 'png', 'gif', 'webp', 'avif'];

/** The picture to load for one that takes this many pixels across: the original once it is larger than `large`. */
export function originalFor(photo: Photo, pixelsAcross: number): string {
  const large = Math.min(photo.width, (LARGE * photo.width) / Math.max(photo.width, photo.height));
  const original = pixelsAcross > large && SHOWN_BY_BROWSERS.includes(photo.format);
  return original ? photo.image_url : photo.large_url;
}
