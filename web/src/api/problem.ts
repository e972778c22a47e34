import { t } from '../locale';
import type { Schemas } from './types';

/** An error response of the server, or its absence, with a sentence that tells the user what to do. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly field?: string,
    /** Seconds to wait before the next attempt (`Retry-After`). */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export const unreachable = () => new Problem(t.problem.unreachable, 0, 'unreachable');

/** The response of something other than Lumina, such as the login page of a hotel. */
export const unreadable = (status: number) => new Problem(t.problem.unreadable, status, 'unreadable');

/** Uses the page's own text for codes that it knows, otherwise the server's sentence. */
export function problemFrom(status: number, body: string, retryAfter: string | null): Problem {
  const told = parse(body);
  const known: Partial<Record<string, string>> = t.problem;
  return new Problem(
    known[told.code ?? ''] ?? told.message ?? told.detail ?? t.problem.unknown,
    status,
    told.code ?? 'unknown',
    told.field,
    retryAfter === null ? undefined : Number(retryAfter) || 1,
  );
}

/** The text for any error; also reports faults of the page itself. */
export function errorText(error: unknown): string {
  if (error instanceof Problem) return error.message;
  reportError(error);
  return t.problem.unknown;
}

/** The body may be no JSON: proxies answer with pages of their own. */
function parse(body: string): Partial<Schemas['Problem']> {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
