import { en } from './en';

/** Every text that people read. A catalogue of another language has each of these keys, or does not compile. */
export type Messages = typeof en;

export const t: Messages = en;
