import type { Photo } from '../api/types';

/** What is one card at Home: photos that somebody shared together. */
export interface Post {
  key: string;
  photos: [Photo, ...Photo[]];
}

/** Between two photos of one upload, in milliseconds: the larger the files, the longer. */
const TOGETHER = 5 * 60_000;

/** Makes cards of a list that is newest first: photos that stand next to each other, of one upload as far as one can tell. */
export function postsOf(photos: Photo[]): Post[] {
  const posts: Post[] = [];
  for (const photo of photos) {
    const post = posts.at(-1);
    // The oldest photo names the card, because newer ones join it while an upload goes on.
    if (post && areTogether(post.photos.at(-1)!, photo)) {
      post.photos.push(photo);
      post.key = photo.photo_id;
    } else posts.push({ key: photo.photo_id, photos: [photo] });
  }
  return posts;
}

const areTogether = (newer: Photo, older: Photo) =>
  newer.user_id === older.user_id &&
  newer.topic === older.topic &&
  newer.audience === older.audience &&
  newer.created_at - older.created_at <= TOGETHER;
