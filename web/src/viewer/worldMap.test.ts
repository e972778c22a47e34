import { expect, test } from 'vitest';
import { around, borders, land, turns } from './worldMap';

test('the map has land and borders, and nothing that is no number', () => {
  expect(land.length).toBeGreaterThan(10_000);
  expect(borders.length).toBeGreaterThan(10_000);
  expect(land + borders).not.toMatch(/NaN|undefined/);
});

test('a place is in the middle, and land has its shape wherever it is', () => {
  const equator = around({ latitude: 0, longitude: 10 });
  expect(equator.left + equator.width / 2).toBeCloseTo(10);
  const north = around({ latitude: -60, longitude: 10 });
  expect(north.top + north.height / 2).toBe(60);
  expect(north.width).toBeCloseTo(equator.width * 2);
});

test('the world goes on behind the date line', () => {
  expect(turns(around({ latitude: 0, longitude: 10 }))).toEqual([0]);
  expect(turns(around({ latitude: -17, longitude: 179 }))).toEqual([0, 360]);
  expect(turns(around({ latitude: 52, longitude: -170 }))).toEqual([-360, 0]);
  const steps = `${land}L`.match(/(?<=[ML])-?[\d.]+,-?[\d.]+L-?[\d.]+/g)!;
  const widths = steps
    .map((step) => step.split(/[,L]/).map(Number))
    .map(([from, , to]) => Math.abs(to! - from!));
  expect(Math.max(...widths.filter((width) => width < 359))).toBeLessThan(180);
});
