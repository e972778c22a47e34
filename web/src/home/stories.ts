import { request } from '../api/request';
import type { Schemas } from '../api/types';
import type { Post } from './posts';

/** An album to which one person added much within a day. */
export type Story = Schemas['AlbumStory'];

/** A card at Home. */
export type Card = { key: string; at: number } & ({ post: Post } | { story: Story });

export const getStories = () => request<Story[]>('/api/albums/stories');

/** The cards of a part of Home, newest first: its posts, and the stories of its time. */
export function cardsOf(posts: Post[], stories: Story[], after: number, until: number): Card[] {
  const told = stories
    .filter((story) => story.added_at > after && story.added_at <= until)
    .map((story) => ({
      key: `${story.album.album_id} ${story.added_by.user_id} ${story.added_at}`,
      at: story.added_at,
      story,
    }));
  const shared = posts
    .filter((post) => !stories.some((story) => tells(story, post)))
    .map((post) => ({ key: post.key, at: post.photos[0].created_at, post }));
  return [...told, ...shared].sort((one, other) => other.at - one.at);
}

/** Whether a story tells of the photos of a post, as far as its newest ones show. */
function tells(story: Story, post: Post): boolean {
  const ids = new Set(story.photos.map((photo) => photo.photo_id));
  return post.photos.length <= story.added && post.photos.some((photo) => ids.has(photo.photo_id));
}
