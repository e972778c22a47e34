import { t } from '../locale';
import type { Schemas } from './types';

/** What the server (or the lack of one) said, in words a person can act on. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly field?: string,
    /** Seconds after which a busy server wants to be asked again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export const unreachable = () => new Problem(t.problem.unreachable, 0, 'unreachable');

/** Something in between, like a hotel's log-in, answered in Lumina's place. */
export const unreadable = (status: number) => new Problem(t.problem.unreadable, status, 'unreadable');

/** The page has words of its own for the codes that it knows; of others it tells what the server says. */
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

/** Words for whatever failed; a fault of the page itself is reported as one, too. */
export function errorText(error: unknown): string {
  if (error instanceof Problem) return error.message;
  reportError(error);
  return t.problem.unknown;
}

/** A proxy in between answers with a page of its own; then we find words ourselves. */
function parse(body: string): Partial<Schemas['Problem']> {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return {};
  }
}
