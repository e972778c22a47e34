const KEY = 'last-user';

/** The id of the person who is signed in, or was when this browser was closed; null if nobody was. */
export function lastUser(): number | null {
  try {
    return Number(localStorage.getItem(KEY)) || null;
  } catch {
    return null;
  }
}

/** Storage may be disabled or full; then nobody is expected. */
export function keepLastUser(id: number | null): void {
  try {
    if (id === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(id));
  } catch {
    return;
  }
}
