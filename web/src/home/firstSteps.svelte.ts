import { friends } from '../friend/friends.svelte';
import { findPerson } from '../person/person';
import { session } from '../session/session.svelte';

export type Step = 'face' | 'photos' | 'invite';

/** Whoever is here for longer knows the way. */
const NEW_FOR = 14 * 86_400_000;

/** What Home offers to a new person: each step until it is done, and all of them until they are put away. */
export class FirstSteps {
  #hasPhotos = $state(false);
  #noted = $state.raw<string[]>([]);
  #known = $state(false);
  readonly #key = `first-steps/${session.account?.id}`;

  done = $derived<Record<Step, boolean>>({
    face: Boolean(session.account?.picture_url),
    photos: this.#hasPhotos,
    invite: this.#noted.includes('invite') || friends.all.length > 0,
  });

  /** Whether there is something left to offer. */
  left = $derived(
    this.#known &&
      friends.loaded &&
      !this.#noted.includes('away') &&
      Object.values(this.done).some((isDone) => !isDone),
  );

  static isFor(createdAt: number): boolean {
    return Date.now() - createdAt < NEW_FOR;
  }

  async load(): Promise<void> {
    this.#noted = noted(this.#key);
    this.#hasPhotos = (await findPerson(session.account!.username)).photo_count > 0;
    this.#known = true;
  }

  posted(): void {
    this.#hasPhotos = true;
  }

  /** Remembers in this browser that a link was passed on, or that the steps were put away. */
  note(what: 'invite' | 'away'): void {
    this.#noted = [...this.#noted, what];
    try {
      localStorage.setItem(this.#key, this.#noted.join());
    } catch {
      // Without storage it lasts as long as the page.
    }
  }
}

function noted(key: string): string[] {
  try {
    return localStorage.getItem(key)?.split(',') ?? [];
  } catch {
    return [];
  }
}
