import { onDestroy } from 'svelte';

const open: { title: string }[] = [];
const show = () => (document.title = open.at(-1)?.title ?? 'Lumina');

/** Sets the title of the tab while this component exists; the topmost component wins. */
export function pageTitle(title: () => string): void {
  const own = { title: '' };
  $effect(() => {
    own.title = title() ? `${title()} · Lumina` : 'Lumina';
    if (!open.includes(own)) open.push(own);
    show();
  });
  onDestroy(() => {
    if (open.includes(own)) open.splice(open.indexOf(own), 1);
    show();
  });
}
