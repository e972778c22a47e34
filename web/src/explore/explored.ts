import { withQuery } from '../api/link';
import { photoLists, type PhotoList } from '../photo/photoList.svelte';
import { router } from '../router/router.svelte';

/** What the address of Explore asks for. */
export function narrowing(): { q: string; topic: string; tag: string } {
  const of = (name: string) => router.query.get(name) ?? '';
  return { q: of('q'), topic: of('topic'), tag: of('tag') };
}

/** The photos that Explore shows under this address. */
export function explored(pageKey: string): PhotoList {
  const { q, topic, tag } = narrowing();
  const query = withQuery('/api/photos', { scope: 'all', q, topic, tag, limit: 60 });
  return photoLists.of(pageKey, query, (photo) => !q && !tag && (!topic || photo.topic === topic));
}
