/** The URL of the next page in a `Link` header (RFC 8288), as a path on this host. */
export function nextPage(header: string | null): string | null {
  for (const link of header?.split(/,(?=\s*<)/) ?? []) {
    const [, target, parameters] = /^\s*<([^>]*)>(.*)$/.exec(link) ?? [];
    if (target && /;\s*rel="?next"?(?:;|\s|$)/.test(parameters ?? '')) return pathOf(target);
  }
  return null;
}

/** A proxy may have rewritten the host, but the session's cookie belongs to the host of this page. */
function pathOf(target: string): string {
  const url = new URL(target, location.origin);
  return url.pathname + url.search;
}

/** Builds `/path?a=1`; omits empty values. */
export function withQuery(path: string, values: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size ? `${path}?${query}` : path;
}
