/** How the server orders what people say: by its time, and what has the same time by id. */
export interface SortKey {
  id: string;
  at: number;
}

const inOrder = (one: SortKey, other: SortKey) =>
  one.at - other.at || Number(one.id > other.id) - Number(one.id < other.id);

/** Two lists as one, in the server's order, each thing once and as it was told last. */
export function merged<T>(known: T[], told: T[], sortKeyOf: (one: T) => SortKey): T[] {
  const all = new Map([...known, ...told].map((one) => [sortKeyOf(one).id, one]));
  return [...all.values()].sort((one, other) => inOrder(sortKeyOf(one), sortKeyOf(other)));
}
