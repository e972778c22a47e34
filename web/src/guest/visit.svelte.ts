import { SvelteMap } from 'svelte/reactivity';
import { Problem, errorText } from '../api/problem';
import type { Photo } from '../api/types';
import type { Send } from '../like/like';
import { SharedLinkApi, type SharedLink } from './sharedLink';
import { SharedPhotoList } from './sharedPhotoList.svelte';

const isGone = (error: unknown) => error instanceof Problem && error.status === 404;
const isLocked = (error: unknown) => error instanceof Problem && error.status === 401;

type State = 'opening' | 'locked' | 'open' | 'ended' | 'failed';

/** A visit to what a link shows, by somebody who may have no account. */
export class Visit {
  state = $state<State>('opening');
  link = $state.raw<SharedLink | null>(null);
  problem = $state('');
  /** Unsent comments by photo: they stay while other photos are open. */
  readonly drafts = new SvelteMap<string, string>();
  readonly api: SharedLinkApi;
  photos: SharedPhotoList;

  constructor(readonly token: string) {
    this.api = new SharedLinkApi(token);
    this.photos = this.#list();
  }

  async open(): Promise<void> {
    try {
      this.link = await this.api.read();
      if (this.state === 'locked') this.photos = this.#list();
      this.photos.count = this.link.count;
      this.state = 'open';
    } catch (error) {
      this.#closed(error);
    }
  }

  /** @throws Problem if the password is wrong */
  async unlock(password: string): Promise<void> {
    try {
      await this.api.unlock(password);
    } catch (error) {
      if (isGone(error)) this.#closed(error);
      throw error;
    }
    await this.open();
  }

  /** Reads a photo, which may not be on the pages read so far. */
  async readPhoto(id: string): Promise<Photo> {
    try {
      return this.photos.put(await this.api.readPhoto(id));
    } catch (error) {
      if (isGone(error)) this.photos.drop(id);
      this.refused(error);
      throw error;
    }
  }

  /** The link may have ended, or may have another password now. */
  refused = (error: unknown): void => {
    if (isGone(error) || isLocked(error)) void this.open();
  };

  like: Send = async (id, reaction) => {
    try {
      return await this.api.like(id, reaction);
    } catch (error) {
      this.refused(error);
      throw error;
    }
  };

  /** The name under which the guest writes from now on. */
  named(name: string): void {
    this.link = { ...this.link!, my_name: name };
  }

  #list(): SharedPhotoList {
    return new SharedPhotoList(this.api.photos, this.refused);
  }

  #closed(error: unknown): void {
    this.problem = errorText(error);
    if (isGone(error)) this.state = 'ended';
    else if (isLocked(error)) this.state = 'locked';
    else if (!this.link) this.state = 'failed';
  }
}
