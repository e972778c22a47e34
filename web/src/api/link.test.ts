import { describe, expect, test } from 'vitest';
import { nextPage, withQuery } from './link';

describe('the next page', () => {
  test('is found in a Link header', () => {
    expect(nextPage('</api/photos?scope=all&cursor=abc>; rel="next"')).toBe(
      '/api/photos?scope=all&cursor=abc',
    );
  });

  test('is found among other links, even when an address holds a comma', () => {
    expect(nextPage('</a?tags=x,y>; rel="prev", </b?tags=x,y>; title="on"; rel=next')).toBe('/b?tags=x,y');
  });

  test('is asked of this host, whatever the header says', () => {
    expect(nextPage('<http://inside:8080/api/photos?cursor=1>; rel="next"')).toBe('/api/photos?cursor=1');
  });

  test('is absent on the last page', () => {
    expect(nextPage(null)).toBeNull();
    expect(nextPage('</first>; rel="first"')).toBeNull();
    expect(nextPage('</x>; rel="nextish"')).toBeNull();
  });
});

test('a query leaves out what is empty and escapes the rest', () => {
  expect(withQuery('/explore', { q: 'red & blue', topic: '', tag: undefined })).toBe(
    '/explore?q=red+%26+blue',
  );
  expect(withQuery('/explore', {})).toBe('/explore');
});
