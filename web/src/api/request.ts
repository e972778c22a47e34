import { t } from '../locale';
import { nextPage } from './link';
import { Problem, problemFrom, unreachable, unreadable } from './problem';

interface RequestOptions {
  method?: string;
  json?: unknown;
  form?: FormData;
  signal?: AbortSignal;
  /** Goes on when the page is left. */
  keepalive?: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Longer than the server lets its stores take; a connection that fell silent answers never. */
const TIMEOUT_MS = { read: 20_000, write: 60_000 };

let currentUser: number | null = null;
let onSignedOut = () => {};
let onUnreachable = () => {};

/** Whose page this is: the server refuses what it says when the browser's session is another's by now. */
export function setCurrentUser(userId: number | null): void {
  currentUser = userId;
}

export const currentUserHeaders = (): Record<string, string> =>
  currentUser === null ? {} : { 'Lumina-User': String(currentUser) };

/** The session tells here what to do when the server no longer knows us. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

export function signedOut(): void {
  if (currentUser !== null) onSignedOut();
}

/** Who watches the connection looks at once whether it is still there. */
export function whenUnreachable(action: () => void): void {
  onUnreachable = action;
}

export async function request<T = void>(path: string, asked: RequestOptions = {}): Promise<T> {
  return read<T>(await send(path, asked));
}

export async function page<T>(path: string, asked: RequestOptions = {}): Promise<Page<T>> {
  const response = await send(path, asked);
  return { items: await read<T[]>(response), next: nextPage(response.headers.get('Link')) };
}

/** All of a list that is short for almost everybody. */
export async function everyPage<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  for (let next: string | null = path; next;) {
    const read: Page<T> = await page<T>(next);
    items.push(...read.items);
    next = read.next;
  }
  return items;
}

async function send(
  path: string,
  { method = 'GET', json, form, signal, keepalive }: RequestOptions,
): Promise<Response> {
  const headers = currentUserHeaders();
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (currentUser === null && method !== 'GET' && !path.startsWith('/api/auth/')) throw notSignedIn();
  const timeout = AbortSignal.timeout(method === 'GET' ? TIMEOUT_MS.read : TIMEOUT_MS.write);
  const response = await fetch(path, {
    method,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    keepalive,
    headers,
    body: json === undefined ? form : JSON.stringify(json),
  }).catch(lost);
  if (response.ok) return response;
  if (response.status === 401) signedOut();
  throw problemFrom(response.status, await response.text().catch(lost), response.headers.get('Retry-After'));
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.text().catch(lost);
  if (body === '') return undefined as T;
  try {
    return JSON.parse(body) as T;
  } catch {
    throw unreadable(response.status);
  }
}

function lost(error: Error): never {
  if (error.name === 'AbortError') throw error;
  onUnreachable();
  throw unreachable();
}

/** What somebody began who is gone must not go out in the name of who comes next. */
const notSignedIn = () => new Problem(t.problem.not_signed_in, 401, 'not_signed_in');
