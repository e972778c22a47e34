import { beforeEach, expect, test, vi } from 'vitest';
import { setCurrentUser } from '../api/request';
import type { Photo } from '../api/types';
import { react } from './like';
import type { ReactionCount } from './reactions';

const HEARTS: ReactionCount[] = [{ reaction: '❤️', count: 4 }];

beforeEach(() => setCurrentUser(7));

test('however quickly a heart is pressed, the last wish counts', async () => {
  const asked: string[] = [];
  let liked = false;
  vi.stubGlobal('fetch', async (_: string, { method }: RequestInit) => {
    asked.push(method!);
    liked = method === 'PUT';
    const reaction = liked ? '🔥' : null;
    return new Response(JSON.stringify({ likes: liked ? 5 : 4, liked, reaction, reactions: [] }));
  });
  const photo = { photo_id: '1', liked: false, likes: 4, reaction: null, reactions: HEARTS } as Photo;
  const first = react(photo, '🔥');
  void react(photo, null);
  void react(photo, '🔥');
  void react(photo, null);
  expect(photo).toMatchObject({ liked: false, likes: 4 });
  await first;
  expect(asked).toEqual(['PUT', 'DELETE']);
  expect(photo).toMatchObject({ liked: false, likes: 4 });
});

test('a like that did not arrive is taken back', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  const photo = { photo_id: '1', liked: false, likes: 4, reaction: null, reactions: HEARTS } as Photo;
  await react(photo, '🔥');
  expect(photo).toMatchObject({ liked: false, likes: 4 });
});

test('another reaction counts once, and the most frequent is first', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  const photo = { photo_id: '2', liked: false, likes: 4, reaction: null, reactions: HEARTS } as Photo;
  void react(photo, '🔥');
  expect(photo).toMatchObject({
    likes: 5,
    reaction: '🔥',
    reactions: [...HEARTS, { reaction: '🔥', count: 1 }],
  });
  void react(photo, '❤️');
  expect(photo).toMatchObject({ likes: 5, reaction: '❤️', reactions: [{ reaction: '❤️', count: 5 }] });
});
