import { expect, test } from 'vitest';
import { linkify } from './linkify';

const kinds = (text: string) => linkify(text).map((piece) => `${piece.kind}:${piece.text}`);

test.each([
  ['just words', ['text:just words']],
  ['', []],
  ['see https://x.example/a?b=1, ok', ['text:see ', 'link:https://x.example/a?b=1', 'text:, ok']],
  ['(http://x.example)', ['text:(', 'link:http://x.example', 'text:)']],
  ['javascript:alert(1) ftp://x', ['text:javascript:alert(1) ftp://x']],
  ['hi @ann.e and @bob.', ['text:hi ', 'person:@ann.e', 'text: and ', 'person:@bob', 'text:.']],
  ['mail ann@x.example', ['text:mail ann@x.example']],
])('%j is taken apart', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});
