import { en } from './en';

/** The type of a catalogue: another language has all of these keys, or does not compile. */
export type Messages = typeof en;

export const t: Messages = en;
