import { Problem } from '../api/problem';
import { request } from '../api/request';
import type { Photo, Schemas } from '../api/types';
import type { PhotoDetails } from '../photo/photo';
import { transfer } from './transfer';

const LARGE = 16 * 1024 * 1024;

type StartedUpload = Schemas['StartedUpload'];
type UploadedPart = Schemas['UploadedPart'];

/** Sends one part and returns its ETag; null if this browser cannot reach the store. */
export type Put = (
  url: string,
  part: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<string | null>;

// False once Lumina does not offer direct uploads, or this browser cannot reach the store.
let possible = true;

export const canUploadDirectly = (file: File) => possible && file.size > LARGE;

/** Sends a file to the store in parts, then tells Lumina; null if that is not possible. */
export async function uploadDirectly(
  file: File,
  details: PhotoDetails,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  put: Put = putPart,
): Promise<Photo | null> {
  const begun = await begin(file, signal);
  const parts = begun && (await sendParts(file, begun, onProgress, signal, put));
  if (!parts) {
    possible = false;
    return null;
  }
  const path = `/api/uploads/${begun.upload_id}/complete`;
  return request<Photo>(path, {
    method: 'POST',
    json: {
      parts,
      file_name: file.name,
      taken_hint: file.lastModified,
      ...details,
    } satisfies Schemas['CompleteUploadRequest'],
    signal,
  });
}

async function begin(file: File, signal: AbortSignal): Promise<StartedUpload | null> {
  try {
    return await request<StartedUpload>('/api/uploads', {
      method: 'POST',
      json: { size: file.size } satisfies Schemas['StartUploadRequest'],
      signal,
    });
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null;
    throw error;
  }
}

async function sendParts(
  file: File,
  { part_size, urls }: StartedUpload,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  put: Put,
): Promise<UploadedPart[] | null> {
  const parts: UploadedPart[] = [];
  for (const url of urls) {
    const start = parts.length * part_size;
    const onSent = (bytes: number) => onProgress((start + bytes) / file.size);
    const etag = await put(url, file.slice(start, start + part_size), onSent, signal);
    if (!etag) return null;
    parts.push({ number: parts.length + 1, etag });
  }
  return parts;
}

/** A store that has accepted some parts is reachable, so a failure means a lost connection. */
const putPart: Put = async (url, part, onSent, signal) => {
  let reached = false;
  const note = (bytes: number) => {
    reached ||= bytes > 0;
    onSent(bytes);
  };
  try {
    const sent = await transfer(url, { method: 'PUT', body: part, onSent: note, signal });
    return sent.status === 200 ? sent.header('ETag') : null;
  } catch (error) {
    if (reached || signal.aborted) throw error;
    return null;
  }
};
