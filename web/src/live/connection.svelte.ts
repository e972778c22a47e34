/** Whether the server is reachable. */
class Connection {
  lost = $state(false);
  #listeners = new Set<() => void>();

  /** Calls the listener whenever the server is reachable again, even after a short loss; returns how to unsubscribe. */
  onReconnect(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nobody is signed in, so a lost connection does not matter. */
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
