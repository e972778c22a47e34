/** A place between photos: the line that shows it, and the photo before which it is; null at the end. */
export interface Mark {
  before: string | null;
  left: number;
  top: number;
  height: number;
}

/** The place between photos that is nearest to a point of the window. */
export function dropPlace(
  wall: HTMLElement,
  x: number,
  y: number,
  order: string[],
  dragged: string[],
): Mark | null {
  let nearest: { id: string; box: DOMRect; far: number } | undefined;
  for (const tile of wall.querySelectorAll<HTMLElement>('[data-photo]')) {
    const box = tile.getBoundingClientRect();
    // The row counts more than the column.
    const far = 10 * outside(y, box.top, box.bottom) + outside(x, box.left, box.right);
    if (!nearest || far < nearest.far) nearest = { id: tile.dataset.photo!, box, far };
  }
  if (!nearest) return null;
  const { id, box } = nearest;
  const isLeft = x < box.left + box.width / 2;
  const from = order.indexOf(id) + (isLeft ? 0 : 1);
  const before = order.slice(from).find((other) => !dragged.includes(other)) ?? null;
  return { before, left: isLeft ? box.left : box.right, top: box.top, height: box.height };
}

const outside = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);
