import { plural } from '../intl/language';

const photos = (count: number) => plural(count, { one: `${count} photo`, other: `${count} photos` });
const notUploaded = (count: number) => `${count} could not be uploaded.`;
const shared = (count: number) =>
  plural(count, { one: 'Your photo is shared.', other: `Your ${count} photos are shared.` });

export const upload = {
  drop: 'Drop your photos to add them',
  choose: 'Choose photos',
  orDrop: 'or drop them anywhere on this page',
  goesOn: 'You can close this: it goes on in the corner.',
  done: 'Done',
  tryAllAgain: 'Try all again',
  haveALook: 'Have a look',
  goOn: 'Go on',
  share: (count: number) => `Share ${photos(count)}`,

  uploading: (file: string) => `Uploading ${file}`,
  uploaded: 'Uploaded',
  failed: 'Failed',
  remove: (file: string) => `Remove ${file}`,
  caption: 'Caption',
  captionFor: (file: string) => `Caption for ${file}`,
  cannotRead: 'This file could not be read. Please choose it again.',

  progressBar: 'Upload progress',
  progress: (through: number, all: number) => `Uploading ${Math.min(through + 1, all)} of ${all}`,
  waiting: (through: number, all: number) => `Waiting for the connection · ${through} of ${all} done`,
  kept: (count: number) =>
    `${photos(count)} kept until you share ${plural(count, { one: 'it', other: 'them' })}.`,
  away: (count: number) =>
    `${photos(count)} not shared yet ${plural(count, { one: 'waits', other: 'wait' })} here until you log in again.`,
  putAway: (count: number) => `${photos(count)} put away.`,
  notShared: (count: number) => `${photos(count)} not shared yet`,
  notUploaded,
  result: (done: number, failed: number) =>
    [done || !failed ? shared(done) : '', failed ? notUploaded(failed) : ''].filter(Boolean).join(' '),
};
