import { tick } from 'svelte';
import { calm } from '../ui/calm';

const PAGES_TO_SEARCH = 20;

/**
 * Scrolls to a message and marks it for a moment.
 * @param older loads older messages; returns whether there were any
 * @returns whether it was found
 */
export async function jumpTo(box: HTMLElement, id: string, older: () => Promise<boolean>): Promise<boolean> {
  const find = () => box.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`);
  for (let pages = 0; !find() && pages < PAGES_TO_SEARCH; pages++) {
    if (!(await older())) break;
    await tick();
  }
  const found = find();
  if (!found) return false;
  found.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
  found.classList.add('found');
  found.addEventListener('animationend', () => found.classList.remove('found'), { once: true });
  return true;
}
