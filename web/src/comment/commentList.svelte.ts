import { merged } from '../api/merge';
import { pendingDeletions } from '../api/pendingDeletions.svelte';
import { errorText } from '../api/problem';
import type { Comment } from '../api/types';
import { firstPage, getComments } from './comment';

const sortKeyOf = (comment: Comment) => ({ id: comment.comment_id, at: comment.created_at });
const stays = (comment: Comment) => !pendingDeletions.has(comment.comment_id);

/** The comments under a photo: read page by page from the oldest on, and joined by those written meanwhile. */
export class CommentList {
  #read = $state.raw<Comment[]>([]);
  #heard = $state.raw<Comment[]>([]);
  next = $state<string | null>(null);
  problem = $state('');
  readonly #first: string;

  /** Without a gap, from the oldest on. */
  beginning = $derived((this.next ? this.#read : merged(this.#read, this.#heard, sortKeyOf)).filter(stays));

  /** Written meanwhile, after those that are still to be read. */
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

  /** After a lost connection: as far as it was read, for what came and what went. */
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

  /** Live, and as the answer to sending. */
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
