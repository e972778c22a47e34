import { t } from '../locale';
import { nextPage } from './link';
import { Problem, problemFrom, unreachable, unreadable } from './problem';

interface RequestOptions {
  method?: string;
  json?: unknown;
  form?: FormData;
  signal?: AbortSignal;
  /** Lets the request continue after the page is closed. */
  keepalive?: boolean;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Longer than the server's timeouts for its stores; without these a dead connection would never fail. */
const TIMEOUT_MS = { read: 20_000, write: 60_000 };

/** Writes that need no account: log-in, and what guests do behind a link. */
const OF_WHOEVER_COMES = /^\/api\/(auth|s)\//;

let currentUser: number | null = null;
let onSignedOut = () => {};
let onUnreachable = () => {};
let onReached = () => {};

/** Sets the person whom the page shows: the server refuses requests if the session belongs to somebody else. */
export function setCurrentUser(userId: number | null): void {
  currentUser = userId;
}

export const currentUserHeaders = (): Record<string, string> =>
  currentUser === null ? {} : { 'Lumina-User': String(currentUser) };

/** Registers the action for responses that say the session has ended. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

export function signedOut(): void {
  if (currentUser !== null) onSignedOut();
}

/** Registers the action for requests without a response: live events check their connection at once. */
export function whenUnreachable(action: () => void): void {
  onUnreachable = action;
}

/** Registers the action for requests that Lumina answered: it is reachable. */
export function whenReached(action: () => void): void {
  onReached = action;
}

export async function request<T = void>(path: string, asked: RequestOptions = {}): Promise<T> {
  return read<T>(await send(path, asked));
}

export async function page<T>(path: string, asked: RequestOptions = {}): Promise<Page<T>> {
  const response = await send(path, asked);
  return { items: await read<T[]>(response), next: nextPage(response.headers.get('Link')) };
}

/** Reads all pages of a list that is short for almost everyone. */
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
  if (currentUser === null && method !== 'GET' && !OF_WHOEVER_COMES.test(path)) throw notSignedIn();
  const timeout = AbortSignal.timeout(method === 'GET' ? TIMEOUT_MS.read : TIMEOUT_MS.write);
  const response = await fetch(path, {
    method,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    keepalive,
    headers,
    body: json === undefined ? form : JSON.stringify(json),
  }).catch(lost);
  if (response.status < 500) onReached();
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

/** There was no response. */
export function lost(error: Error): never {
  if (error.name === 'AbortError') throw error;
  onUnreachable();
  throw unreachable();
}

/** A request of a person who has left must not be sent in the name of the next person. */
const notSignedIn = () => new Problem(t.problem.not_signed_in, 401, 'not_signed_in');
