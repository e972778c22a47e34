import { drafts } from './drafts';

/** The text of a field, for `bind:value={draft.text}`: it is kept until it has been sent. */
export class Draft {
  #text = $state('');

  /** @param name identifies the field, such as `comment/{photo}` */
  constructor(readonly name: string) {
    this.#text = drafts.find<string>(name) ?? '';
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    drafts.keep(this.name, text);
  }
}
