/** In pixels. For a picture, from the middle of the stage. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** What part of a picture the stage shows: how much larger than fitted it is, and where its middle is. */
export interface View extends Point {
  scale: number;
}

export interface Limits {
  stage: Size;
  /** The picture as it fits the stage. */
  picture: Size;
  /** The largest scale. */
  max: number;
}

export const FITTED: View = { scale: 1, x: 0, y: 0 };

/** Small pictures can be enlarged this much, large ones until each of their pixels takes two of the screen. */
const AT_LEAST = 3;
const PIXELS = 2;

/** @param width the original's, in pixels */
export const maxScale = (width: number, fitted: number, pixelRatio: number): number =>
  Math.max(AT_LEAST, (PIXELS * width) / (fitted * pixelRatio));

/** Zooms in or out, while the point of the picture that is at `at` stays there. */
export function zoomAt(view: View, factor: number, at: Point, limits: Limits): View {
  const scale = clamp(view.scale * factor, 1, limits.max);
  const grown = scale / view.scale;
  const x = at.x - (at.x - view.x) * grown;
  const y = at.y - (at.y - view.y) * grown;
  return within({ scale, x, y }, limits);
}

export function panBy(view: View, step: Point, limits: Limits): View {
  return within({ ...view, x: view.x + step.x, y: view.y + step.y }, limits);
}

/** The edges of a picture larger than the stage never leave its edges; a smaller one stays in the middle. */
function within({ scale, x, y }: View, { stage, picture }: Limits): View {
  const across = Math.max(0, (picture.width * scale - stage.width) / 2);
  const down = Math.max(0, (picture.height * scale - stage.height) / 2);
  return { scale, x: clamp(x, -across, across), y: clamp(y, -down, down) };
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
