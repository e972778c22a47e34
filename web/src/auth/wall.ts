const files = import.meta.glob<string>('./wall/*.webp', { eager: true, query: '?url', import: 'default' });

const WIDTH = 560;

/** Photographs from the first century of photography, in the public domain, with their heights at the width 560. */
const photographs: [name: string, height: number][] = [
  ['acanthus-mollis', 726],
  ['nagasaki-boats', 448],
  ['dust-bowl-home', 431],
  ['locomotion-house-cat', 279],
  ['allium-oreophilum', 711],
  ['airplane-from-above', 392],
  ['black-canyon', 410],
  ['french-alpine-landscape', 265],
];

const COLUMNS = 3;
/** How far a column is ahead of the one before, so that nothing stands beside itself. */
const AHEAD = 3;

/** The columns of the wall: all of them show all photographs, and each begins with another one. */
export const columns = Array.from({ length: COLUMNS }, (_, column) =>
  photographs.map((_, row) => {
    const [name, height] = photographs[(row + column * AHEAD) % photographs.length]!;
    const file = (width: number) => files[`./wall/${name}-${width}.webp`]!;
    return { src: file(WIDTH), srcset: `${file(240)} 240w, ${file(WIDTH)} ${WIDTH}w`, ratio: WIDTH / height };
  }),
);
