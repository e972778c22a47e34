import { withQuery } from '../api/link';

export type Route =
  | {
      name:
        | 'home'
        | 'explore'
        | 'albums'
        | 'friends'
        | 'profile'
        | 'trash'
        | 'links'
        | 'import'
        | 'account'
        | 'login'
        | 'signup'
        | 'nowhere';
    }
  | { name: 'person'; username: string }
  | { name: 'messages'; username: string | null }
  | { name: 'photo'; id: string }
  | { name: 'album'; id: string }
  | { name: 'join'; token: string }
  | { name: 'shared'; token: string; photo: string | null };

const plain: Record<string, Route> = {
  '/': { name: 'home' },
  '/explore': { name: 'explore' },
  '/albums': { name: 'albums' },
  '/friends': { name: 'friends' },
  '/messages': { name: 'messages', username: null },
  '/profile': { name: 'profile' },
  '/trash': { name: 'trash' },
  '/links': { name: 'links' },
  '/import': { name: 'import' },
  '/account': { name: 'account' },
  '/login': { name: 'login' },
  '/signup': { name: 'signup' },
};

export function routeOf(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const [, kind, rest] = /^\/(people|photos|albums|messages|join)\/([^/]+)$/.exec(trimmed) ?? [];
  if (kind === 'people') return { name: 'person', username: decoded(rest!) };
  if (kind === 'messages') return { name: 'messages', username: decoded(rest!) };
  if (kind === 'photos') return { name: 'photo', id: decoded(rest!) };
  if (kind === 'albums') return { name: 'album', id: decoded(rest!) };
  if (kind === 'join') return { name: 'join', token: decoded(rest!) };
  const [, link, shared] = /^\/s\/([^/]+)(?:\/([^/]+))?$/.exec(trimmed) ?? [];
  if (link) return { name: 'shared', token: decoded(link), photo: shared ? decoded(shared) : null };
  return (Object.hasOwn(plain, trimmed) && plain[trimmed]) || { name: 'nowhere' };
}

/** The photo that a route opens above its page. */
export function photoOf(route: Route): string | null {
  if (route.name === 'photo') return route.id;
  return route.name === 'shared' ? route.photo : null;
}

/** The address of what a link shows, or of one of its photos. */
export const sharedPath = (token: string, photo?: string) =>
  ['/s', ...[token, photo].flatMap((part) => (part ? encodeURIComponent(part) : []))].join('/');
export const photoPath = (id: string) => `/photos/${encodeURIComponent(id)}`;
export const albumPath = (id: string) => `/albums/${encodeURIComponent(id)}`;
export const messagesPath = (username: string) => `/messages/${encodeURIComponent(username)}`;
export const personPath = (username: string) => `/people/${encodeURIComponent(username)}`;

/** The sign-up that leads back, and takes the name along under which a guest has written. */
export const signUpPath = (next: string, name: string | null) =>
  withQuery('/signup', { next, name: name ?? '' });

/** The destination after log-in: always a path inside Lumina. */
export function placeInside(next: string | null): string {
  const url = new URL(next ?? '/', location.origin);
  const inside = url.origin === location.origin && !['/login', '/signup'].includes(url.pathname);
  return inside ? url.pathname + url.search : '/';
}

/** An incomplete escape sequence in a typed URL is no error. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
