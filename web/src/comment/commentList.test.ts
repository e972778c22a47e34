import { beforeEach, expect, test, vi } from 'vitest';
import type { Comment } from '../api/types';
import { CommentList } from './commentList.svelte';

const comment = (comment_id: string, created_at: number) => ({ comment_id, created_at }) as Comment;
const ids = (list: Comment[]) => list.map((one) => one.comment_id).join('');

let kept: Comment[];
let list: CommentList;

/** Answers with pages of two comments. */
function serve(path: string): Promise<Response> {
  const from = Number(/from=(\d+)/.exec(path)?.[1] ?? 0);
  const isMore = kept.length > from + 2;
  const headers = isMore ? { Link: `</comments?from=${from + 2}>; rel="next"` } : undefined;
  return Promise.resolve(new Response(JSON.stringify(kept.slice(from, from + 2)), { headers }));
}

beforeEach(() => {
  vi.stubGlobal('fetch', serve);
  kept = [...'abcde'].map((id, i) => comment(id, i));
  list = new CommentList('/comments');
});

test('what is written meanwhile stands last, and once when its page is read', async () => {
  await list.more();
  list.hear(kept[4]!);
  expect([ids(list.beginning), ids(list.latest)]).toEqual(['ab', 'e']);
  await list.more();
  await list.more();
  expect([ids(list.beginning), ids(list.latest)]).toEqual(['abcde', '']);
});

test('what is heard late stands where the server has it', async () => {
  kept = [comment('a', 1), comment('c', 3)];
  await list.more();
  list.hear(comment('b', 2));
  expect(ids(list.beginning)).toBe('abc');
});

test('after a lost connection, what came is there and what was deleted is not', async () => {
  kept = [...'ab'].map((id, i) => comment(id, i));
  await list.more();
  list.hear(comment('c', 3));
  kept = [comment('b', 2), comment('d', 4)];
  await list.again();
  expect(ids(list.beginning)).toBe('bd');
});
