import { Problem } from '../api/problem';
import { t } from '../locale';
import type { Answer } from './checksum.worker';

let worker: Worker | undefined;

/** The SHA-256 of a file, computed beside the page; empty where there are no workers. One file at a time. */
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
    worker ??= new Worker(new URL('./checksum.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('checksum' in data) resolve(data.checksum);
      else reject(new Problem(t.upload.cannotRead, 400, 'unreadable_file'));
    };
    worker.onerror = () => {
      end();
      resolve('');
    };
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.postMessage(file);
  });
}

function end(): void {
  worker?.terminate();
  worker = undefined;
}
