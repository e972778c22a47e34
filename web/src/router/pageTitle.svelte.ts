import { onDestroy } from 'svelte';

const open: { words: string }[] = [];
const show = () => (document.title = open.at(-1)?.words ?? 'Lumina');

/** What the tab is called while this component is there; what lies on top names it, and gives it back. */
export function pageTitle(words: () => string): void {
  const own = { words: '' };
  $effect(() => {
    own.words = words() ? `${words()} · Lumina` : 'Lumina';
    if (!open.includes(own)) open.push(own);
    show();
  });
  onDestroy(() => {
    if (open.includes(own)) open.splice(open.indexOf(own), 1);
    show();
  });
}
