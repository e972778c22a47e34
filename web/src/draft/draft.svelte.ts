import { drafts } from './drafts';

/** The text of one field, `bind:value={draft.text}`: it is there again after anything but being sent. */
export class Draft {
  #text = $state('');

  /** @param name what the field is for, like `comment/{photo}` */
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
