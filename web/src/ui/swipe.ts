const FAR = 60;

/** Ignores touches in fields, where they select text, and on a zoomed page, where they pan. */
const isFree = (event: TouchEvent) =>
  event.touches.length === 1 &&
  !(event.target as Element).closest('input, textarea, select') &&
  (visualViewport?.scale ?? 1) < 1.05;

/** An attachment that distinguishes a swipe to the left or right from a scroll or a tap. */
export function swipe(toLeft: () => void, toRight: () => void) {
  return (element: HTMLElement) => {
    let start: Touch | null = null;
    const begin = (event: TouchEvent) => (start = isFree(event) ? event.touches[0]! : null);
    const end = (event: TouchEvent) => {
      const last = event.changedTouches[0];
      if (!start || !last) return;
      const across = last.clientX - start.clientX;
      const down = last.clientY - start.clientY;
      if (Math.abs(across) > FAR && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? toLeft : toRight)();
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchend', end, { passive: true });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchend', end);
    };
  };
}
