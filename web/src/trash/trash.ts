import { errorText } from '../api/problem';
import { request } from '../api/request';
import type { Photo } from '../api/types';
import { t } from '../locale';
import { photoCache } from '../photo/photoCache.svelte';
import { toasts } from '../ui/toasts.svelte';

const send = (id: string, deed: 'trash' | 'restore') =>
  request<Photo>(`/api/photos/${encodeURIComponent(id)}/${deed}`, { method: 'POST' });

export const emptyTrash = () => request('/api/trash', { method: 'DELETE' });

/** Moves a photo to the trash, and offers to undo that. */
export async function moveToTrash(id: string): Promise<void> {
  photoCache.put(await send(id, 'trash'));
  toasts.show(t.trash.moved, { undo: () => void restore(id) });
}

export async function restore(id: string): Promise<void> {
  try {
    photoCache.put(await send(id, 'restore'));
    toasts.show(t.trash.restored);
  } catch (error) {
    toasts.show(errorText(error));
  }
}
