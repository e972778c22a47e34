/** Whether Lumina can be reached just now. */
class Connection {
  lost = $state(false);
  #listeners = new Set<() => void>();

  /** Calls whenever the server answers again after it was away, if only for a moment; returns how to stop. */
  onReconnect(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody is signed in who would want to know. */
  forget(): void {
    this.lost = false;
  }

  lose(): void {
    this.lost = true;
  }

  back(): void {
    this.lost = false;
    for (const listener of [...this.#listeners]) listener();
  }
}

export const connection = new Connection();
