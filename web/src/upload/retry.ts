import { Problem } from '../api/problem';
import { connection } from '../live/connection.svelte';

const MAX_TRIES = 12;
const MAX_PAUSE_S = 30;
/** If the server asks to wait longer than this, the user has to retry. */
const MAX_WAIT_S = 120;

/** Retries after a lost connection and while the server is busy, until success or a permanent error. */
export async function withRetries<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const pause = Math.min(MAX_PAUSE_S, 2 ** tries);
      const wait = error instanceof Problem && isTemporary(error) ? (error.retryAfter ?? pause) : Infinity;
      if (signal.aborted || tries === MAX_TRIES || wait > MAX_WAIT_S) throw error;
      await rest(wait * 1_000, signal);
      if (connection.lost) {
        await back(signal);
        tries = 0;
      }
    }
  }
}

/** Whether a later attempt may succeed. */
export const isTemporary = (problem: Problem) => [0, 408, 423, 429, 502, 503, 504].includes(problem.status);

const rest = (time: number, signal: AbortSignal) => until(signal, (go) => setTimeout(go, time));

const back = (signal: AbortSignal) =>
  until(signal, (go) => {
    const stop = connection.onReconnect(() => {
      stop();
      go();
    });
  });

function until(signal: AbortSignal, begin: (go: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    begin(resolve);
  });
}
