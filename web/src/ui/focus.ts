import { tick } from 'svelte';

const TEXT = 'textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])';

/** Whether an event comes from a field that people write in. */
export const isTyping = (event: Event) => (event.target as Element).matches(TEXT);

/** Puts the focus on the first of some places that can take it. */
export async function focusFirst(...places: (() => HTMLElement | null | undefined)[]): Promise<void> {
  await tick();
  for (const place of places) {
    const element = place();
    element?.focus();
    if (element && document.activeElement === element) return;
  }
}
