import { t } from '../locale';

/** Whether the server is reachable. */
class Connection {
  lost = $state(false);
  /** The latest request got no response. */
  unanswered = $state(false);
  #listeners = new Set<() => void>();

  /** Calls the listener whenever the server is reachable again, even after a short loss; returns how to unsubscribe. */
  onReconnect(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody is signed in, so a lost connection does not matter. */
  forget(): void {
    this.lost = this.unanswered = false;
  }

  lose(): void {
    this.lost = true;
  }

  /** The text of a problem as it is now: that Lumina cannot be reached is over as soon as it answers anything. */
  stillTrue(problem: string): string {
    return problem === t.problem.unreachable && !this.unanswered ? t.problem.wasUnreachable : problem;
  }

  back(): void {
    this.lost = false;
    for (const listener of [...this.#listeners]) listener();
  }
}

export const connection = new Connection();
