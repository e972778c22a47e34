import { connection } from '../live/connection.svelte';

const IMAGE = /\/photos\/([^/_]+)_(thumb|small|medium|large)\.\w+(?:\?|$)/;

/** The URL of a CDN's image on Lumina itself, or null if it is no URL of a CDN. */
export function urlAtLumina(address: string): string | null {
  const [, id, size] = IMAGE.exec(address) ?? [];
  return id ? `/api/photos/${id}/image/${size}` : null;
}

/**
 * A signed URL may expire while a page is open; an image that fails to load is requested from Lumina, once.
 * Error events of images do not bubble, but they can be captured.
 */
export function startImageFallback(): void {
  document.addEventListener(
    'error',
    ({ target }) => target instanceof HTMLImageElement && retry(target),
    true,
  );
  connection.onReconnect(askAgain);
}

/** Retries images that failed to load while the connection was lost. */
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
