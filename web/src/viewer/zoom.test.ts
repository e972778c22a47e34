import { describe, expect, test } from 'vitest';
import { FITTED, maxScale, panBy, zoomAt, type Limits } from './zoom';

const limits: Limits = {
  stage: { width: 1000, height: 800 },
  picture: { width: 1000, height: 500 },
  max: 4,
};

describe('zooming', () => {
  test('keeps what is under the pointer where it is', () => {
    const at = { x: 200, y: 0 };
    const view = zoomAt(FITTED, 2, at, limits);
    expect(view).toEqual({ scale: 2, x: -200, y: 0 });
    const inPicture = (at.x - view.x) / view.scale;
    expect(inPicture).toBe(200);
  });

  test('shows no gap beside the picture', () => {
    expect(zoomAt(FITTED, 2, { x: -500, y: 400 }, limits)).toEqual({ scale: 2, x: 500, y: -100 });
  });

  test('ends at the largest scale, and where the picture fits', () => {
    expect(zoomAt(FITTED, 100, { x: 0, y: 0 }, limits).scale).toBe(4);
    const far = zoomAt(FITTED, 4, { x: 300, y: 0 }, limits);
    expect(zoomAt(far, 0.01, { x: 300, y: 0 }, limits)).toEqual(FITTED);
  });

  test('goes further for a picture with more pixels', () => {
    expect(maxScale(400, 400, 1)).toBe(3);
    expect(maxScale(6000, 1000, 1)).toBe(12);
    expect(maxScale(6000, 1000, 2)).toBe(6);
  });
});

test('panning ends at the edges of the picture, and only where it is larger than the stage', () => {
  const view = { scale: 1.5, x: 0, y: 0 };
  expect(panBy(view, { x: 100, y: 50 }, limits)).toEqual({ scale: 1.5, x: 100, y: 0 });
  expect(panBy(view, { x: 900, y: 50 }, limits)).toEqual({ scale: 1.5, x: 250, y: 0 });
});
