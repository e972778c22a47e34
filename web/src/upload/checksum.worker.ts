import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export type Answer = { checksum: string } | { unreadable: true };

/** Small pieces, because `crypto.subtle` needs the whole file in memory, and is not there for pages without TLS. */
const PIECE = 4 * 1024 * 1024;

async function read(file: File): Promise<Answer> {
  const hash = sha256.create();
  try {
    for (let start = 0; start < file.size; start += PIECE)
      hash.update(new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer()));
  } catch {
    return { unreadable: true };
  }
  return { checksum: bytesToHex(hash.digest()) };
}

self.onmessage = async ({ data }: MessageEvent<File>) => self.postMessage(await read(data));
