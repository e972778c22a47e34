import { Problem, unreachable } from '../api/problem';
import { t } from '../locale';
import type { Answer } from './checksum.worker';
import script from './checksum.worker.ts?worker&url';

let worker: Worker | undefined;

/**
 * The SHA-256 of a file, computed beside the page; empty where there are no workers. One file at a time. As long as the
 * worker cannot be loaded because the server is away, it fails, and a later attempt may succeed.
 */
export async function checksumOf(file: File, signal: AbortSignal): Promise<string> {
  signal.addEventListener('abort', end);
  try {
    return await read(file, signal);
  } finally {
    signal.removeEventListener('abort', end); // by now it may read another file
  }
}

function read(file: File, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    worker ??= new Worker(script, { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('checksum' in data) resolve(data.checksum);
      else reject(new Problem(t.upload.cannotRead, 400, 'unreadable_file'));
    };
    worker.onerror = () => {
      end();
      isThere().then(() => resolve(''), reject);
    };
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage(file);
  });
}

/** A worker does not tell why it fails: it may run nowhere here, or its script may not have come. */
async function isThere(): Promise<void> {
  const { status } = await fetch(script).catch(() => ({ status: 503 }));
  if (status >= 500) throw unreachable();
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}
