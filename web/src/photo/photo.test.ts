import { expect, test } from 'vitest';
import type { Photo } from '../api/types';
import { altText } from './photo';

const photo = { username: 'ann', topic: 'Sea', caption: '', alt: '' } as Photo;

test('a picture is read out as its owner describes it, else by its caption, else by whose it is', () => {
  expect(altText({ ...photo, alt: 'A heron', caption: 'Morning' })).toBe('A heron');
  expect(altText({ ...photo, caption: 'Morning' })).toBe('Morning');
  expect(altText(photo)).toBe('Photo by ann in Sea');
});
