import { drafts } from './drafts';

/** The fields of a form: as long as they differ from what they began with, they are kept, until they are saved or given up. */
export class FormDraft<T extends object> {
  fields: T;

  /**
   * Made while a component is set up.
   *
   * @param name identifies the form, such as `photo/{photo}`
   * @param before what the form shows at first; what changes later does not overwrite edits
   */
  constructor(
    readonly name: string,
    readonly before: T,
  ) {
    const fields = $state({ ...before, ...drafts.find<T>(name) });
    this.fields = fields;
    $effect(() => {
      if (JSON.stringify(fields) === JSON.stringify(before)) drafts.forget(name);
      else drafts.keep(name, fields);
    });
  }

  forget(): void {
    drafts.forget(this.name);
  }
}
