import type { Schemas } from '../api/types';

export type ReactionCount = Schemas['ReactionCount'];
export type Reaction = ReactionCount['reaction'];

export const HEART: Reaction = '❤️';
/** In the order of the palette. */
export const REACTIONS: readonly Reaction[] = [HEART, '😂', '😮', '😢', '👏', '🔥'];

/** The counts when somebody has another reaction than before, or none; the most frequent is first. */
export function recounted(
  counts: readonly ReactionCount[],
  before: Reaction | null,
  after: Reaction | null,
): ReactionCount[] {
  const count = (one: Reaction) =>
    (counts.find(({ reaction }) => reaction === one)?.count ?? 0) +
    Number(one === after) -
    Number(one === before);
  return REACTIONS.map((reaction) => ({ reaction, count: count(reaction) }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count);
}
