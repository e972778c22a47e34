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
  [2, 0, 'Your 2 photos are shared.'],
  [1, 1, 'Your photo is shared. 1 could not be uploaded.'],
  [0, 3, '3 could not be uploaded.'],
])('%d shared and %d failed is one result', (shared, failed, words) => {
  expect(t.upload.result(shared, failed)).toBe(words);
});
