const KEY = 'viewer';

/** How this browser shows photos. */
class ViewerSettings {
  /** On paper, instead of on black. */
  paper = $state(false);
  /** Whether the words are beside the photo. */
  words = $state(true);

  read(): void {
    const { paper = false, words = true } = JSON.parse(tryTo(() => localStorage.getItem(KEY)) ?? '{}');
    Object.assign(this, { paper, words });
  }

  keep(change: { paper?: boolean; words?: boolean }): void {
    const { paper, words } = Object.assign(this, change);
    tryTo(() => localStorage.setItem(KEY, JSON.stringify({ paper, words })));
  }
}

/** Storage may be disabled or full. */
function tryTo<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}

export const viewerSettings = new ViewerSettings();
