import { expect, test } from 'vitest';
import { isGood, type Invite } from './invite';

const invite = (part: Partial<Invite>): Invite => ({
  id: 1,
  token: 'x',
  url: '/join/x',
  uses: null,
  used: 0,
  expires_at: null,
  created_at: 0,
  ...part,
});

test('an invitation is good until it is used up or has ended', () => {
  expect(isGood(invite({}), 100)).toBe(true);
  expect(isGood(invite({ uses: 2, used: 1 }), 100)).toBe(true);
  expect(isGood(invite({ uses: 2, used: 2 }), 100)).toBe(false);
  expect(isGood(invite({ expires_at: 101 }), 100)).toBe(true);
  expect(isGood(invite({ expires_at: 100 }), 100)).toBe(false);
});
