/** The sort key of the server's lists: by time, then by id. */
export interface SortKey {
  id: string;
  at: number;
}

const inOrder = (one: SortKey, other: SortKey) =>
  one.at - other.at || Number(one.id > other.id) - Number(one.id < other.id);

/** Merges two lists in the server's order; each item appears once, in its latest version. */
export function merged<T>(known: T[], told: T[], sortKeyOf: (one: T) => SortKey): T[] {
  const all = new Map([...known, ...told].map((one) => [sortKeyOf(one).id, one]));
  return [...all.values()].sort((one, other) => inOrder(sortKeyOf(one), sortKeyOf(other)));
}
