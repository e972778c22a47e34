/** One step of the browser's history: its address, and a key under which its page and scroll position are kept. */
export interface HistoryEntry {
  key: string;
  href: string;
  /** The page a photo was opened from, which stays on screen behind it. */
  behind?: { key: string; href: string };
}

const freshKey = () => Math.random().toString(36).slice(2);

/** The entry that a step from `current` to `href` makes. */
export function stepTo(
  href: string,
  current: HistoryEntry,
  isPhoto: (href: string) => boolean,
): HistoryEntry {
  const entry: HistoryEntry = { key: freshKey(), href };
  if (!isPhoto(href)) return entry;
  const behind = isPhoto(current.href) ? current.behind : { key: current.key, href: current.href };
  return behind ? { ...entry, behind } : entry;
}

/** What a history entry of ours holds; a fresh one when the visitor has just typed the address. */
export function entryFrom(state: unknown, href: string): HistoryEntry {
  const kept = state as Partial<HistoryEntry> | null;
  return kept?.key ? { key: kept.key, href, behind: kept.behind } : { key: freshKey(), href };
}
