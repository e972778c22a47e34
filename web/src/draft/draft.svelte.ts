import { SvelteMap } from 'svelte/reactivity';
import { drafts } from './drafts';

/** By name, because two fields may show the same draft: under a photo at Home, and where it is open. */
const texts = new SvelteMap<string, string>();

/** The text of a field, for `bind:value={draft.text}`: it is kept until it has been sent. */
export class Draft {
  /** @param name identifies the field, such as `comment/{photo}` */
  constructor(readonly name: string) {
    texts.set(name, drafts.find<string>(name) ?? '');
  }

  get text(): string {
    return texts.get(this.name) ?? '';
  }

  set text(text: string) {
    texts.set(this.name, text);
    drafts.keep(this.name, text);
  }
}
