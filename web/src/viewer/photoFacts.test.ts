import { expect, test } from 'vitest';
import { cameraName, coordinates, exposure, takenField, takenFrom } from './photoFacts';

test.each([
  ['Canon', 'Canon EOS R6', 'Canon EOS R6'],
  ['NIKON CORPORATION', 'NIKON D750', 'NIKON D750'],
  ['Apple', 'iPhone 15', 'Apple iPhone 15'],
  ['', 'X100', 'X100'],
  ['Leica', '', 'Leica'],
])('%s and %s are called %s', (make, model, name) => {
  expect(cameraName({ make, model })).toBe(name);
});

test('an exposure is said as photographers say it, without what is unknown', () => {
  expect(exposure({ exposure_time: 0.004, f_number: 2.8, iso: 400, focal_length: 50 })).toBe(
    '1/250 s · f/2.8 · ISO 400 · 50 mm',
  );
  expect(exposure({ exposure_time: 1.5, focal_length: 4.25 })).toBe('1.5 s · 4.3 mm');
  expect(exposure({})).toBe('');
});

test('a place is said in degrees', () => {
  expect(coordinates({ latitude: -33.85678, longitude: 151.2153 })).toBe('33.8568° S, 151.2153° E');
});

test('the field of the date has the clock on the wall, and an empty one goes back to the file', () => {
  const taken = Date.UTC(2024, 4, 3, 14, 2, 7);
  expect(takenField(taken, 'exif')).toBe('2024-05-03T14:02');
  expect(takenField(taken, 'upload')).toBe('');
  expect(takenFrom('2024-05-03T14:02')).toBe(Date.UTC(2024, 4, 3, 14, 2));
  expect(takenFrom('')).toBeNull();
});
