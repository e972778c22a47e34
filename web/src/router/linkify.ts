export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'person'; text: string; username: string };

/** A URL ends before the punctuation of its sentence. */
const LINK_OR_NAME = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()]|(?<![\w@.-])@[A-Za-z0-9_.-]{2,49}[A-Za-z0-9_]/g;

/** Splits a text into plain text, URLs (http and https only) and mentioned people. */
export function linkify(text: string): TextPart[] {
  const found: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK_OR_NAME)) {
    if (match.index > end) found.push({ kind: 'text', text: text.slice(end, match.index) });
    const [word] = match;
    end = match.index + word.length;
    if (word.startsWith('@')) found.push({ kind: 'person', text: word, username: word.slice(1) });
    else found.push({ kind: 'link', text: word, href: word });
  }
  if (end < text.length) found.push({ kind: 'text', text: text.slice(end) });
  return found;
}
