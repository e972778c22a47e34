/** So long a page has for itself after it was opened. */
const FIRST_MS = 1_500;

/** Does what nobody waits for when the page in sight has loaded; returns how to call it off. */
export function later(action: () => void): () => void {
  const timer = setTimeout(() => whenIdle(action), FIRST_MS);
  return () => clearTimeout(timer);
}

/** Safari lacks `requestIdleCallback`. */
export const whenIdle: (action: () => void) => void =
  window.requestIdleCallback?.bind(window) ?? ((action) => setTimeout(action, 0));
