import { nextPage } from './link';
import { problemFrom, unreachable } from './problem';

interface Asked {
  method?: string;
  json?: unknown;
  signal?: AbortSignal;
  /** Goes on when the page is left. */
  keepalive?: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

let onSignedOut = () => {};

/** The session tells here what to do when the server no longer knows us. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

export function signedOut(): void {
  onSignedOut();
}

export async function request<T = void>(path: string, asked: Asked = {}): Promise<T> {
  return read<T>(await send(path, asked));
}

export async function page<T>(path: string, asked: Asked = {}): Promise<Page<T>> {
  const response = await send(path, asked);
  return { items: await read<T[]>(response), next: nextPage(response.headers.get('Link')) };
}

async function send(path: string, { method = 'GET', json, signal, keepalive }: Asked): Promise<Response> {
  const response = await fetch(path, {
    method,
    signal,
    keepalive,
    headers: json === undefined ? {} : { 'Content-Type': 'application/json' },
    body: json === undefined ? undefined : JSON.stringify(json),
  }).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : unreachable();
  });
  if (response.ok) return response;
  if (response.status === 401 && !path.startsWith('/api/auth/')) signedOut();
  throw problemFrom(response.status, await response.text(), response.headers.get('Retry-After'));
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.text();
  return (body === '' ? undefined : JSON.parse(body)) as T;
}
