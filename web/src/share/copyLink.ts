import { t } from '../locale';
import { toasts } from '../ui/toasts.svelte';

export async function copyLink(address: string): Promise<void> {
  toasts.show((await tryToCopy(address)) ? t.share.copied : t.share.cannotCopy);
}

/** False if the browser does not allow it: without HTTPS, or too long after a click. */
export async function tryToCopy(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
