/** A browser history entry: its URL, and a key for its page and scroll position. */
export interface HistoryEntry {
  key: string;
  href: string;
  /** The page from which a photo was opened; it stays on screen behind the photo. */
  behind?: { key: string; href: string };
}

const freshKey = () => Math.random().toString(36).slice(2);

/** Creates the entry for a step from `current` to `href`. */
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

/** The entry in `history.state`, or a new one if the visitor typed the URL. */
export function entryFrom(state: unknown, href: string): HistoryEntry {
  const kept = state as Partial<HistoryEntry> | null;
  return kept?.key ? { key: kept.key, href, behind: kept.behind } : { key: freshKey(), href };
}
