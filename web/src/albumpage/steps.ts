/**
 * The photo before which the chosen ones are placed when they move by one to the left; undefined if they are at the
 * beginning.
 *
 * @param order the ids of all photos
 */
export function leftOf(order: string[], chosen: string[]): string | undefined {
  const first = order.findIndex((id) => chosen.includes(id));
  return order[first - 1];
}

/** The same to the right: `null` is the end, undefined if they are there. */
export function rightOf(order: string[], chosen: string[]): string | null | undefined {
  const last = order.findLastIndex((id) => chosen.includes(id));
  return last === order.length - 1 ? undefined : (order[last + 2] ?? null);
}
