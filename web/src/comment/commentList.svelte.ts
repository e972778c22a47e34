import { merged } from '../api/merge';
import { pendingDeletions } from '../api/pendingDeletions.svelte';
import { errorText } from '../api/problem';
import { page, type Page } from '../api/request';
import type { Comment } from '../api/types';

type Written = Pick<Comment, 'comment_id' | 'created_at'> & {
  reply_to: { comment_id: string; text: string | null } | null;
};

const sortKeyOf = (comment: Written) => ({ id: comment.comment_id, at: comment.created_at });
const stays = (comment: Written) => !pendingDeletions.has(comment.comment_id);

/** The words of a deleted comment leave the quotes of it, too. */
const without = <C extends Written>(some: C[], id: string): C[] =>
  some
    .filter((one) => one.comment_id !== id)
    .map((one) =>
      one.reply_to?.comment_id === id ? { ...one, reply_to: { ...one.reply_to, text: null } } : one,
    );

/** The comments on a photo: pages from the oldest on, and comments written meanwhile. */
export class CommentList<C extends Written = Comment> {
  #read = $state.raw<C[]>([]);
  #heard = $state.raw<C[]>([]);
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

  /** @param first the address of the first page */
  constructor(first: string) {
    this.#first = first;
    this.next = this.#first;
  }

  async more(): Promise<void> {
    await this.#reading(async () => {
      if (!this.next) return;
      const { items, next } = await page<C>(this.next);
      this.#read = merged(this.#read, items, sortKeyOf);
      this.next = next;
    });
  }

  /** Reloads all pages read so far after a lost connection, to find added and deleted comments. */
  async again(): Promise<void> {
    await this.#reading(async () => {
      const [wanted, before] = [this.#read.length, this.#heard];
      let { items, next } = await page<C>(this.#first);
      while (next && items.length < wanted) {
        const more: Page<C> = await page<C>(next);
        items = [...items, ...more.items];
        next = more.next;
      }
      this.#read = items;
      this.next = next;
      if (!next) this.#heard = this.#heard.filter((one) => !before.includes(one));
    });
  }

  /** Adds a comment from a live event or from the response to sending it. */
  hear(comment: C): void {
    this.#heard = merged(this.#heard, [comment], sortKeyOf);
  }

  remove(id: string): void {
    this.#read = without(this.#read, id);
    this.#heard = without(this.#heard, id);
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
