import { session } from '../session/session.svelte';

/** Longer than anyone remembers having typed something. */
const KEPT_FOR = 30 * 86_400_000;
const PREFIX = 'draft/';

interface Kept {
  value: unknown;
  at: number;
}

/** Unsent texts. They stay in this browser, and only their author sees them. */
class Drafts {
  // Without storage in the browser, drafts last as long as the page.
  #memory = new Map<string, string>();

  find<T>(name: string): T | undefined {
    const kept = read(this.#get(this.#key(name)));
    return kept && isFresh(kept) ? (kept.value as T) : undefined;
  }

  /** An empty text deletes the draft. */
  keep(name: string, value: unknown): void {
    const key = this.#key(name);
    if (!key) return;
    if (value === '') return this.forget(name);
    const kept = JSON.stringify({ value, at: Date.now() } satisfies Kept);
    this.#memory.set(key, kept);
    tryTo(() => localStorage.setItem(key, kept));
  }

  forget(name: string): void {
    const key = this.#key(name);
    if (key) this.#remove(key);
  }

  /** Deletes the drafts of a person whose account was deleted. */
  forgetAll(): void {
    const mine = this.#key('');
    if (mine) this.#sweep((key) => key.startsWith(mine));
  }

  /** Deletes drafts that are too old. */
  forgetOld(): void {
    this.#sweep((key) => {
      const kept = read(this.#get(key));
      return !kept || !isFresh(kept);
    });
  }

  #sweep(goes: (key: string) => boolean): void {
    const known = tryTo(() => Object.keys(localStorage)) ?? [];
    for (const key of new Set([...known, ...this.#memory.keys()]))
      if (key.startsWith(PREFIX) && goes(key)) this.#remove(key);
  }

  #get(key: string | null): string | null {
    if (!key) return null;
    return tryTo(() => localStorage.getItem(key)) ?? this.#memory.get(key) ?? null;
  }

  #remove(key: string): void {
    this.#memory.delete(key);
    tryTo(() => localStorage.removeItem(key));
  }

  #key(name: string): string | null {
    return session.account && `${PREFIX}${session.account.id}/${name}`;
  }
}

const isFresh = (kept: Kept) => Date.now() - kept.at < KEPT_FOR;

function read(kept: string | null): Kept | undefined {
  return kept === null ? undefined : tryTo(() => JSON.parse(kept) as Kept);
}

/** Storage may be disabled or full. */
function tryTo<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

export const drafts = new Drafts();

export function startDrafts(): void {
  session.onSignIn(() => drafts.forgetOld());
}
