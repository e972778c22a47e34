import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import type { Schemas } from '../api/types';

/** Degrees of latitude that the map shows. */
const HEIGHT = 24;
const RATIO = 2;

const atlas = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Land and borders as SVG paths in degrees: x is the longitude, y the latitude downwards. */
export const land = shapes().join('');
export const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other)
  .coordinates.map((line) => path(line))
  .join('');

/** The part of the map around a place. Away from the equator a degree of longitude is shorter. */
export function around({ latitude, longitude }: Schemas['Place']) {
  const shortened = Math.max(Math.cos((latitude * Math.PI) / 180), 0.2);
  const width = (HEIGHT * RATIO) / shortened;
  return { left: longitude - width / 2, top: -latitude - HEIGHT / 2, width, height: HEIGHT };
}

/** Degrees by which land reaches over the date line. */
const BEYOND = 20;

/** Where the world is drawn again, because the map shows both sides of the date line. */
export const turns = ({ left, width }: { left: number; width: number }): number[] =>
  [-360, 0, 360].filter((turn) => left < 180 + BEYOND + turn && left + width > -180 - BEYOND + turn);

function shapes(): string[] {
  return feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates.flat().map((ring) => `${path(ring)}Z`) : [],
  );
}

/** A line that crosses the date line goes on beyond it; one around the pole takes the pole in. */
function path(line: number[][]): string {
  let turn = 0;
  const points = line.map(([x, y], at) => {
    const step = x! - (line[at - 1]?.[0] ?? x!);
    if (Math.abs(step) > 180) turn -= Math.sign(step) * 360;
    return [x! + turn, -y!];
  });
  if (turn !== 0) points.push([points.at(-1)![0]!, 90], [points[0]![0]!, 90]);
  return `M${points.map((point) => point.map((number) => number.toFixed(2)).join()).join('L')}`;
}
