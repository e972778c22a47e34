import { afterEach, expect, test, vi } from 'vitest';
import { getNotifications, sentence, type Notification } from './notification';

const liked = (count: number, ...names: string[]) =>
  ({
    kind: 'photo_liked',
    reaction: '❤️',
    count,
    actors: names.map((username, id) => ({ id, username })),
  }) as Notification;

afterEach(() => vi.unstubAllGlobals());

test('a page that is older than the server leaves out what it has no words for', async () => {
  const body = [{ kind: 'photo_liked' }, { kind: 'photo_framed' }, { kind: 'mention' }];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body)));
  expect((await getNotifications()).map(({ kind }) => kind)).toEqual(['photo_liked', 'mention']);
});

test.each([
  [liked(1, 'ann'), 'ann liked your photo'],
  [liked(2, 'ann', 'bob'), 'ann and bob liked your photo'],
  [liked(3, 'ann', 'bob', 'cem'), 'ann, bob and 1 other liked your photo'],
  [liked(14, 'ann', 'bob', 'cem'), 'ann, bob and 12 others liked your photo'],
  [{ ...liked(1, 'ann'), reaction: '😂' } as Notification, 'ann reacted 😂 to your photo'],
  [{ ...liked(2, 'ann', 'bob'), reaction: null }, 'ann and bob reacted to your photo'],
  [{ ...liked(1), actors: [{ id: -1, username: 'ann', guest: true }] }, 'ann (guest) liked your photo'],
  [{ ...liked(1), actors: [{ id: -1, username: 'Guest', guest: true }] }, 'Guest liked your photo'],
  [{ ...liked(1, 'ann'), kind: 'friend_request' } as Notification, 'ann would like to be your friend'],
  [
    { ...liked(1, 'ann'), kind: 'new_device' } as Notification,
    'Somebody logged in as you on a new device. If it was not you, change your password.',
  ],
])('%#: people and deed make a sentence', (notification, words) => {
  expect(sentence(notification)).toBe(words);
});
