import { merged } from '../api/merge';
import { pendingDeletions } from '../api/pendingDeletions.svelte';
import { errorText } from '../api/problem';
import type { Comment } from '../api/types';
import { firstPage, getComments } from './comment';

const sortKeyOf = (comment: Comment) => ({ id: comment.comment_id, at: comment.created_at });
const stays = (comment: Comment) => !pendingDeletions.has(comment.comment_id);

/** The comments on a photo: pages from the oldest on, and comments written meanwhile. */
export class CommentList {
  #read = $state.raw<Comment[]>([]);
  #heard = $state.raw<Comment[]>([]);
  next = $state<string | null>(null);
  problem = $state('');
  readonly #first: string;

  /** Comments from the oldest on, without a gap. */
  beginning = $derived((this.next ? this.#read : merged(this.#read, this.#heard, sortKeyOf)).filter(stays));

  /** Comments written meanwhile; they follow the pages that are not loaded yet. */
  latest = $derived(
    this.#heard.filter(
      (one) => stays(one) && !this.beginning.some((known) => known.comment_id === one.comment_id),
    ),
  );

  last = $derived(this.latest.at(-1) ?? this.beginning.at(-1) ?? null);

  constructor(photoId: string) {
    this.#first = firstPage(photoId);
    this.next = this.#first;
  }

  async more(): Promise<void> {
    await this.#reading(async () => {
      if (!this.next) return;
      const page = await getComments(this.next);
      this.#read = merged(this.#read, page.items, sortKeyOf);
      this.next = page.next;
    });
  }

  /** Reloads all pages read so far after a lost connection, to find added and deleted comments. */
  async again(): Promise<void> {
    await this.#reading(async () => {
      const [wanted, before] = [this.#read.length, this.#heard];
      let page = await getComments(this.#first);
      let items = page.items;
      while (page.next && items.length < wanted) {
        page = await getComments(page.next);
        items = [...items, ...page.items];
      }
      this.#read = items;
      this.next = page.next;
      if (!page.next) this.#heard = this.#heard.filter((one) => !before.includes(one));
    });
  }

  /** Adds a comment from a live event or from the response to sending it. */
  hear(comment: Comment): void {
    this.#heard = merged(this.#heard, [comment], sortKeyOf);
  }

  remove(id: string): void {
    const isOther = (one: Comment) => one.comment_id !== id;
    this.#read = this.#read.filter(isOther);
    this.#heard = this.#heard.filter(isOther);
  }

  async #reading(read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.problem = '';
    } catch (error) {
      this.problem = errorText(error);
    }
  }
}
