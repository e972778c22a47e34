import { tick } from 'svelte';
import { back } from '../ui/back';
import { entryFrom, stepTo, type HistoryEntry } from './historyEntry';
import { photoOf, routeOf } from './routes';

const hrefNow = () => location.pathname + location.search;
const isPhoto = (href: string) => photoOf(routeOf(new URL(href, location.origin).pathname)) !== null;

/** The current page. A photo opens above the page it was opened from, which stays alive behind it. */
class Router {
  entry = $state.raw<HistoryEntry>({ key: '', href: '/' });
  route = $derived(routeOf(this.#url(this.entry.href).pathname));
  photo = $derived(photoOf(this.route));

  page = $derived(this.photo ? this.entry.behind : this.entry);
  pageKey = $derived(this.page?.key);
  pageRoute = $derived(this.page && routeOf(this.#url(this.page.href).pathname));
  query = $derived(this.#url((this.page ?? this.entry).href).searchParams);

  #scrolled = new Map<string, number>();
  #leaving = new Set<() => void>();

  start(): void {
    this.entry = entryFrom(history.state, hrefNow());
    history.scrollRestoration = 'manual';
    back.arrive(history.state);
    back.replace(this.entry);
    addEventListener('popstate', (event) => this.#step(event.state));
    document.addEventListener('click', (event) => this.#follow(event));
  }

  go(href: string): void {
    const entry = stepTo(href, this.entry, isPhoto);
    back.push(entry);
    this.#arrive(entry, false);
  }

  /** Replaces the URL of the current entry: the next photo, the next letter of a search. */
  replace(href: string): void {
    this.entry = { ...stepTo(href, this.entry, isPhoto), key: this.entry.key };
    back.replace(this.entry);
  }

  /** Closes a photo: back to the page behind it, or to where it belongs if it was opened by its URL. */
  close(place = '/'): void {
    if (this.entry.behind) history.go(-1 - back.depth);
    else this.go(place);
  }

  /** Calls the action before another page or photo replaces this one; its address is there already. */
  onLeave(action: () => void): () => void {
    this.#leaving.add(action);
    return () => this.#leaving.delete(action);
  }

  #step(state: unknown): void {
    const entry = entryFrom(state, hrefNow());
    if (entry.key === this.entry.key) {
      back.stay(state);
      back.replace(this.entry);
    } else {
      back.arrive(state);
      this.#arrive(entry, true);
    }
  }

  #arrive(entry: HistoryEntry, returning: boolean): void {
    this.#leaving.forEach((action) => action());
    const left = this.pageKey;
    if (left) this.#scrolled.set(left, scrollY);
    this.entry = entry;
    if (this.pageKey && this.pageKey !== left)
      this.#settle(returning ? (this.#scrolled.get(this.pageKey) ?? 0) : 0);
  }

  /** A restored page has its full height only after it has measured its width. */
  async #settle(scroll: number): Promise<void> {
    await tick();
    scrollTo(0, scroll);
    requestAnimationFrame(() => {
      scrollTo(0, scroll);
      const busy = document.querySelector('dialog[open], input:focus, textarea:focus');
      if (!busy) document.querySelector('main')?.focus({ preventScroll: true });
    });
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (!link || elsewhere || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    if (link.hash) return document.querySelector<HTMLElement>(link.hash)?.focus();
    const href = link.pathname + link.search;
    if (href === this.entry.href) scrollTo({ top: 0 });
    else this.go(href);
  }

  #url(href: string): URL {
    return new URL(href, location.origin);
  }
}

export const router = new Router();
