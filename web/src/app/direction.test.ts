import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../**/*.svelte', { query: '?raw', import: 'default', eager: true });

/** Texts that people write, as they are called wherever they are shown. */
const WRITTEN =
  /\.(title|description|caption|topic|bio|text|username|name|sharer|file)$|^(username|caption|topic|tag|typed)$/;
/** What these are called that the page says by itself. */
const OURS = /^(t|part|record|place|toast|choice)\./;

interface Node {
  type: string;
  name?: string;
  start: number;
  end: number;
  attributes?: { type: string; name: string }[];
}

/** The places where a text is shown in no element with `dir="auto"`. */
function* undirected(node: unknown, source: string, directed = false): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* undirected(one, source, directed);
  if (!node || typeof node !== 'object' || Array.isArray(node)) return;
  const { type, attributes, start, end } = node as Node;
  if (type === 'Attribute' || type === 'OnDirective' || type === 'BindDirective') return;
  if (type === 'ExpressionTag') {
    const shown = source
      .slice(start + 1, end - 1)
      .replace(/^[^?]*\?/, '')
      .split(/\|\||:/)
      .map((one) => one.trim());
    if (!directed && shown.some((one) => WRITTEN.test(one) && !OURS.test(one)))
      yield source.slice(start, end);
    return;
  }
  const within = directed || Boolean(attributes?.some(({ name }) => name === 'dir'));
  for (const [key, child] of Object.entries(node))
    if (!['expression', 'test', 'context', 'attributes'].includes(key))
      yield* undirected(child, source, within);
}

test('texts that people write are shown in elements that take their direction from them', () => {
  const found = Object.entries(sources).flatMap(([file, source]) => {
    const { fragment } = parse(source, { modern: true }) as AST.Root;
    return [...undirected(fragment.nodes, source)].map((shown) => `${file} ${shown}`);
  });
  expect(found).toEqual([]);
});
