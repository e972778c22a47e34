import { Problem } from '../api/problem';
import { connection } from '../live/connection.svelte';

const MOST_TRIES = 12;
const LONGEST_PAUSE = 30;
/** A server that asks for more patience than this is not waited for, but tried again by hand. */
const LONGEST_WAIT = 120;

/** Tries until it is done or hopeless: a lost connection and a busy server are waited for. */
export async function deliver<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const pause = Math.min(LONGEST_PAUSE, 2 ** tries);
      const wait = error instanceof Problem && passes(error) ? (error.retryAfter ?? pause) : Infinity;
      if (signal.aborted || tries === MOST_TRIES || wait > LONGEST_WAIT) throw error;
      await rest(wait * 1_000, signal);
      if (connection.lost) {
        await back(signal);
        tries = 0;
      }
    }
  }
}

/** Whether the same may well be taken a little later. */
export const passes = (problem: Problem) => [0, 408, 429, 502, 503, 504].includes(problem.status);

const rest = (time: number, signal: AbortSignal) => until(signal, (go) => setTimeout(go, time));

const back = (signal: AbortSignal) =>
  until(signal, (go) => {
    const stop = connection.onBack(() => {
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
