import { tick } from 'svelte';

const TEXT = 'textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])';

/** Whether an event comes from a text field. */
export const isTyping = (event: Event) => (event.target as Element).matches(TEXT);

/** Focuses the first of these elements that exists and can be focused. */
export async function focusFirst(...places: (() => HTMLElement | null | undefined)[]): Promise<void> {
  await tick();
  for (const place of places) {
    const element = place();
    element?.focus();
    if (element && document.activeElement === element) return;
  }
}

/** Focuses the first of these elements, or else the page, if the element with the focus went away. */
export const keepFocus = (...places: (() => HTMLElement | null | undefined)[]) =>
  focusFirst(
    () => (document.activeElement === document.body ? null : (document.activeElement as HTMLElement)),
    ...places,
    () => document.querySelector('main'),
  );
