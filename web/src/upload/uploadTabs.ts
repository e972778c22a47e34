import type { UploadRecord } from './uploadRecord';

/** What a tab tells the others of the same person. */
export type News = { put: UploadRecord; progress: number } | { removed: string[] } | { paused: boolean };

/** The tabs of a person in this browser: one of them uploads, all of them show it. */
export class UploadTabs {
  /** Whether it is this one that uploads. */
  isFirst = false;
  #channel: BroadcastChannel;
  #end = new AbortController();

  /** @param onTurn is called when this tab is to upload: at once, or when the one before it is closed */
  constructor(user: number, onNews: (news: News) => void, onTurn: () => void) {
    const name = `lumina-uploads/${user}`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: MessageEvent<News>) => onNews(data);
    void this.#queueUp(name, onTurn);
  }

  tell(news: News): void {
    if (!this.#end.signal.aborted) this.#channel.postMessage(news);
  }

  leave(): void {
    this.isFirst = false;
    this.#end.abort();
    this.#channel.close();
  }

  /** Pages without TLS have no locks: each uploads, and the server keeps one photo of each file. */
  async #queueUp(name: string, onTurn: () => void): Promise<void> {
    const { signal } = this.#end;
    const begin = () => {
      this.isFirst = true;
      onTurn();
    };
    if (!navigator.locks) return queueMicrotask(begin);
    const untilTheEnd = () => {
      begin();
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    await navigator.locks.request(name, { signal }, untilTheEnd).catch((error) => {
      if (!signal.aborted) throw error;
    });
  }
}
