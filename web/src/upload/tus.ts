import { problemFrom, unreachable, unreadable, type Problem } from '../api/problem';
import { currentUserHeaders, signedOut } from '../api/request';
import { transfer, type Sent } from './transfer';

/** Smaller than what proxies refuse; a lost connection costs only what is on its way. */
const CHUNK = 16 * 1024 * 1024;
/** So small a file goes along with the creation of its upload. */
const SMALL = 1024 * 1024;

export interface Resumable {
  file: Blob;
  metadata: Record<string, string>;
  /** Where an earlier attempt has left its bytes; empty if there was none. */
  url: string;
  onUrl: (url: string) => void;
  /** @param isNew whether they were sent just now */
  onSent: (bytes: number, isNew: boolean) => void;
  signal: AbortSignal;
}

interface Position {
  url: string;
  offset: number;
  /** The header of the complete upload: what has the file now. */
  resultId: string | null;
}

/** Sends a file by the protocol tus 1.0.0, from where an earlier attempt was cut; returns the id of its photo, or of its import. */
export async function sendResumably(upload: Resumable): Promise<string> {
  let at = (upload.url && (await find(upload))) || (await create(upload));
  while (!at.resultId) {
    const next = await patch(upload, at);
    if (next.offset === at.offset && !next.resultId) throw unreadable(204);
    at = next;
  }
  return at.resultId;
}

/** Tells the server that nobody will go on with an upload; it would find out by itself after a week. */
export function cancelUpload(url: string): void {
  const headers = { ...currentUserHeaders(), 'Tus-Resumable': '1.0.0' };
  fetch(url, { method: 'DELETE', headers, keepalive: true }).catch(() => {});
}

/** Asks how much has arrived; null if the server does not know the upload any more. */
async function find(upload: Resumable): Promise<Position | null> {
  const sent = await send(upload, 'HEAD', upload.url, {});
  if (sent.status === 404 || sent.status === 410) return null;
  const at = position(sent, upload.url);
  upload.onSent(at.offset, false);
  return at;
}

async function create(upload: Resumable): Promise<Position> {
  const { file, metadata } = upload;
  const whole = file.size <= SMALL;
  const headers = {
    'Upload-Length': String(file.size),
    'Upload-Metadata': encoded(metadata),
    ...(whole && { 'Content-Type': 'application/offset+octet-stream' }),
  };
  const sent = await send(upload, 'POST', '/api/tus', headers, whole ? file : undefined);
  const url = sent.header('Location');
  if (sent.status !== 201 || !url) throw refusal(sent);
  const at = position(sent, url);
  if (!at.resultId) upload.onUrl(url);
  return at;
}

/** Sends the next bytes; without any, if all have arrived but the photo was not made. */
async function patch(upload: Resumable, { url, offset }: Position): Promise<Position> {
  const headers = { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' };
  const sent = await send(upload, 'PATCH', url, headers, upload.file.slice(offset, offset + CHUNK), offset);
  if (sent.status === 409) return (await find({ ...upload, url })) ?? gone(upload);
  if (sent.status === 404 || sent.status === 410) return gone(upload);
  if (isDropped(sent)) upload.onUrl('');
  const at = position(sent, url);
  upload.onSent(at.offset, false);
  return at;
}

/** The server keeps nothing of what can be no photo, or has no place; a proxy knows no codes. */
const isDropped = (sent: Sent) =>
  (sent.status === 400 || sent.status === 413) && refusal(sent).code !== 'unknown';

function gone(upload: Resumable): never {
  upload.onUrl('');
  throw unreachable(); // the next attempt begins anew
}

function send(
  { signal, onSent }: Resumable,
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: Blob,
  offset = 0,
): Promise<Sent> {
  return transfer(url, {
    method,
    headers: { ...currentUserHeaders(), 'Tus-Resumable': '1.0.0', ...headers },
    body,
    onSent: (bytes) => onSent(offset + bytes, true),
    signal,
  });
}

function position(sent: Sent, url: string): Position {
  if (sent.status >= 300 || sent.status < 200) throw refusal(sent);
  const resultId = sent.header('Lumina-Photo-Id') ?? sent.header('Lumina-Import-Id');
  const offset = Number(sent.header('Upload-Offset') ?? NaN);
  if (!resultId && !Number.isFinite(offset)) throw unreadable(sent.status);
  return { url, offset, resultId };
}

function refusal(sent: Sent): Problem {
  if (sent.status === 401) signedOut();
  if (sent.status < 300) return unreadable(sent.status);
  return problemFrom(sent.status, sent.text, sent.header('Retry-After'));
}

/** Names and base64 of UTF-8, separated by commas. */
const encoded = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([name, value]) => `${name} ${btoa(String.fromCodePoint(...new TextEncoder().encode(value)))}`)
    .join(',');
