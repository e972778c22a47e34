import { SvelteMap } from 'svelte/reactivity';
import { session } from '../session/session.svelte';
import { getAlbum, getAlbums, type Album } from './album';

/** Holds each album on screen once, and the lists of albums that were shown: going back finds them unchanged. */
class Albums {
  #albums = new SvelteMap<string, Album>();
  #lists = new SvelteMap<number | undefined, string[]>();
  #forgets = false;

  /** The albums of a person; without one, mine and those that I am a member of. Undefined until they are loaded. */
  of(userId?: number): Album[] | undefined {
    return this.#lists.get(userId)?.flatMap((id) => this.#albums.get(id) ?? []);
  }

  get(id: string): Album | undefined {
    return this.#albums.get(id);
  }

  async load(userId?: number): Promise<void> {
    const found = await getAlbums(userId);
    for (const album of found) this.put(album);
    const ids = found.map((album) => album.album_id);
    this.#lists.set(userId, ids);
  }

  async loadOne(id: string): Promise<Album> {
    return this.put(await getAlbum(id));
  }

  put(album: Album): Album {
    if (!this.#forgets) session.onSignOut(() => this.#clear());
    this.#forgets = true;
    this.#albums.set(album.album_id, album);
    return album;
  }

  /** A new album comes first in my lists. */
  add(album: Album): Album {
    for (const list of [undefined, album.user_id]) {
      const ids = this.#lists.get(list);
      if (ids) this.#lists.set(list, [album.album_id, ...ids]);
    }
    return this.put(album);
  }

  update(id: string, change: (album: Album) => Partial<Album>): void {
    const album = this.#albums.get(id);
    if (album) this.put({ ...album, ...change(album) });
  }

  /** The album was deleted, or I may no longer see it. */
  remove(id: string): void {
    this.#albums.delete(id);
  }

  #clear(): void {
    this.#albums.clear();
    this.#lists.clear();
  }
}

export const albums = new Albums();
