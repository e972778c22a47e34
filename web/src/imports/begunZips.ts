import { randomId } from '../api/randomId';

/** A zip that was begun to be sent. */
export interface Begun {
  number: number;
  /** Where it goes on; empty before the first byte. */
  url: string;
}

const KEY = 'import';

interface Kept {
  importId: string;
  zips: Record<string, Begun>;
}

/** The zips of one import that were begun, kept across reloads: whoever chooses the same files again goes on. */
export class BegunZips {
  readonly #kept: Kept;

  private constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** @param open the ids of imports that still receive files */
  static interrupted(open: string[]): BegunZips | null {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept && open.includes(kept.importId) ? new BegunZips(kept) : null;
  }

  static of(importId: string): BegunZips {
    return new BegunZips({ importId, zips: {} });
  }

  get importId(): string {
    return this.#kept.importId;
  }

  zip(file: Blob): Begun {
    const next = Object.keys(this.#kept.zips).length;
    return (this.#kept.zips[nameOf(file)] ??= { number: next, url: '' });
  }

  keep(): void {
    localStorage.setItem(KEY, JSON.stringify(this.#kept));
  }
}

/** A zip that this page packs is another one next time. */
const nameOf = (file: Blob) =>
  file instanceof File ? `${file.name} ${file.size} ${file.lastModified}` : randomId();
