import { expect, test } from 'vitest';
import { t } from './index';

test.each([
  [0, 'Share 0 photos', 'ann'],
  [1, 'Share 1 photo', 'ann and 1 other'],
  [2, 'Share 2 photos', 'ann and 2 others'],
])('a count of %d takes its own form', (count, share, people) => {
  expect(t.upload.share(count)).toBe(share);
  expect(t.notification.people(['ann'], count)).toBe(people);
});

test.each([
  [2, 0, 0, 'Your 2 photos are shared.'],
  [1, 0, 1, 'Your photo is shared. 1 could not be uploaded.'],
  [0, 2, 3, '2 were here already. 3 could not be uploaded.'],
])('%d shared, %d known and %d failed is one result', (shared, known, failed, words) => {
  expect(t.upload.result(shared, known, failed)).toBe(words);
});

test('each count in a text has its separators', () => {
  const sources = Object.entries(
    import.meta.glob<string>('./en/*.ts', { query: '?raw', import: 'default', eager: true }),
  );
  expect(sources.length).toBeGreaterThan(10);
  for (const [file, source] of sources) {
    const numbers = new Set([...source.matchAll(/\b(\w+)\??: number\b/g)].map(([, name]) => name));
    const bare = [...source.matchAll(/\$\{(\w+)\}/g)].filter(([, name]) => numbers.has(name));
    expect(bare.map(([text]) => `${file}: ${text}`)).toEqual([]);
  }
  expect(t.like.button(10_000, null)).toBe('Like, 10,000 so far');
});
