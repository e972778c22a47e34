import { audienceWords } from '../audience/audience';
import type { PhotoDetails } from '../photo/photo';

const photos = (count: number) => (count === 1 ? '1 photo' : `${count} photos`);
const couldNot = (count: number) => `${count} could not be uploaded.`;

export const shareWords = (count: number) => `Share ${photos(count)}`;
export const keptWords = (count: number) =>
  `${photos(count)} kept until you share ${count === 1 ? 'it' : 'them'}.`;
export const awayWords = (count: number) =>
  `${photos(count)} not shared yet ${count === 1 ? 'waits' : 'wait'} here until you log in again.`;
export const putAwayWords = (count: number) => `${photos(count)} put away.`;
export const failedWords = couldNot;
export const waitingWords = (count: number) => `${photos(count)} not shared yet`;

export function resultWords(shared: number, failed: number): string {
  const did = shared === 1 ? 'Your photo is shared.' : `Your ${shared} photos are shared.`;
  if (!failed) return did;
  return shared ? `${did} ${couldNot(failed)}` : couldNot(failed);
}

export const progressWords = (through: number, shared: number, lost: boolean) =>
  lost
    ? `Waiting for the connection · ${through} of ${shared} done`
    : `Uploading ${Math.min(through + 1, shared)} of ${shared}`;

/** To whom, and under what: what was decided when it was shared. */
export const destinyWords = ({ audience, topic }: PhotoDetails) =>
  [audienceWords[audience], topic].filter(Boolean).join(' · ');
