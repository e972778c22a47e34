import type { Comment } from '../api/types';
import { photoCache } from '../photo/photoCache.svelte';

/** Shows a comment of mine with its photo, unless a live event has done so already. */
export function noteComment(photoId: string, comment: Comment): void {
  const shown = photoCache.get(photoId);
  if (shown && shown.latest_comment?.comment_id !== comment.comment_id)
    photoCache.update(photoId, { comment_count: shown.comment_count + 1, latest_comment: comment });
}
