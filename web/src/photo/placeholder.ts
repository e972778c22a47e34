import { rgbaToDataURL } from 'thumbhash';
import { pixelsOf } from './thumbHash';

const MAX_DECODED = 3_000;
const decoded = new Map<string, string>();

/** A blurred picture as a CSS background, until the real one is loaded. */
export function placeholder(hash: string): string {
  let image = decoded.get(hash);
  if (image === undefined) {
    if (decoded.size >= MAX_DECODED) decoded.clear();
    const { w, h, rgba } = pixelsOf(Uint8Array.from(atob(hash), (c) => c.charCodeAt(0)));
    image = `url(${rgbaToDataURL(w, h, rgba)})`;
    decoded.set(hash, image);
  }
  return image;
}
