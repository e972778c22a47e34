import { describe, expect, test } from 'vitest';
import { entryFrom, stepTo } from './historyEntry';

const isPhoto = (href: string) => href.startsWith('/photos/');
const explore = { key: 'e', href: '/explore?topic=Sea' };

describe('a step', () => {
  test('to a photo keeps the page it was opened from', () => {
    expect(stepTo('/photos/1', explore, isPhoto).behind).toEqual(explore);
  });

  test('from photo to photo keeps that same page', () => {
    const first = stepTo('/photos/1', explore, isPhoto);
    expect(stepTo('/photos/2', first, isPhoto).behind).toEqual(explore);
  });

  test('from a photo to a page leaves nothing behind', () => {
    const photo = stepTo('/photos/1', explore, isPhoto);
    expect(stepTo('/people/ann', photo, isPhoto).behind).toBeUndefined();
  });

  test('from a photo opened by its own address has no page to keep', () => {
    const typed = entryFrom(null, '/photos/1');
    expect(stepTo('/photos/2', typed, isPhoto).behind).toBeUndefined();
  });
});

test('a reload finds the entry as it was', () => {
  const photo = stepTo('/photos/1', explore, isPhoto);
  expect(entryFrom(structuredClone(photo), '/photos/1')).toEqual(photo);
});
