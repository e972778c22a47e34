import { connection } from '../live/connection.svelte';

const IMAGE = /\/photos\/([^/_]+)_(thumb|small|medium|large)\.\w+(?:\?|$)/;

/** Where Lumina itself has an image that is at a CDN, or null if the address is none of a CDN. */
export function urlAtLumina(address: string): string | null {
  const [, id, size] = IMAGE.exec(address) ?? [];
  return id ? `/api/photos/${id}/image/${size}` : null;
}

/**
 * A signed address ends while a page is open; an image that does not come is asked for at Lumina, once.
 * Errors of images do not bubble, but can be caught on their way down.
 */
export function startImageFallback(): void {
  document.addEventListener(
    'error',
    ({ target }) => target instanceof HTMLImageElement && retry(target),
    true,
  );
  connection.onReconnect(askAgain);
}

/** What did not come while the connection was away. */
function askAgain(): void {
  for (const image of document.querySelectorAll('img'))
    if (image.complete && !image.naturalWidth && image.src) image.setAttribute('src', image.src);
}

function retry(image: HTMLImageElement): void {
  const address = urlAtLumina(image.currentSrc || image.src);
  if (!address) return;
  image.removeAttribute('srcset');
  image.src = address;
}
