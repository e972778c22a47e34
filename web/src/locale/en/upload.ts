import { listed, oneDecimal, plural, whole } from '../intl/language';

const photos = (count: number) =>
  plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` });
const notUploaded = (count: number) => `${whole(count)} could not be uploaded.`;
const shared = (count: number) =>
  plural(count, { one: 'Your photo is shared.', other: `Your ${whole(count)} photos are shared.` });
const known = (count: number) =>
  plural(count, { one: '1 was here already.', other: `${whole(count)} were here already.` });

/** "2.1 MB/s", and below a tenth of that "85 KB/s" */
const speed = (bytes: number) =>
  bytes < 100_000 ? `${Math.round(bytes / 1_000)} KB/s` : `${oneDecimal(bytes / 1_000_000)} MB/s`;
const timeLeft = (seconds: number) => {
  if (seconds < 45) return 'less than a minute left';
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60)
    return plural(minutes, { one: 'about a minute left', other: `about ${minutes} minutes left` });
  const hours = Math.round(minutes / 60);
  return plural(hours, { one: 'about an hour left', other: `about ${hours} hours left` });
};
/** So many are named; the others are counted. */
const NAMED = 3;
/** "a.txt, b.pdf and 12 more"; each name has its own direction. */
const someOf = (files: string[]) => {
  const named = files.slice(0, files.length > NAMED + 1 ? NAMED : files.length);
  const more = files.length - named.length;
  return listed([...named.map((name) => `\u2068${name}\u2069`), ...(more ? [`${whole(more)} more`] : [])]);
};

export const upload = {
  drop: 'Drop your photos to add them',
  choose: 'Choose photos',
  chooseFolder: 'Choose a folder',
  orDrop: 'or drop photos and folders anywhere on this page',
  goesOn: 'You can close this: it goes on in the corner.',
  endsWithThePage: 'This browser cannot keep your files. Leave this page open until they are uploaded.',
  leftOut: (files: string[]) =>
    plural(files.length, {
      one: `1 file cannot be uploaded: ${someOf(files)} is neither a photo nor a video.`,
      other: `${whole(files.length)} files cannot be uploaded: ${someOf(files)} are neither photos nor videos.`,
    }),
  done: 'Done',
  tryAllAgain: 'Try all again',
  pause: 'Pause',
  haveALook: 'Have a look',
  goOn: 'Go on',
  share: (count: number) => `Share ${photos(count)}`,

  states: {
    chosen: '',
    waiting: 'Waiting',
    reading: 'Preparing',
    sending: 'Sending',
    making: 'Nearly there',
    done: 'Uploaded',
    known: 'Here already',
    failed: 'Failed',
  },
  uploading: (file: string) => `Uploading ${file}`,
  remove: (file: string) => `Remove ${file}`,
  caption: 'Caption',
  captionFor: (file: string) => `Caption for ${file}`,
  cannotRead: 'This file could not be read. Please choose it again.',

  progressBar: 'Upload progress',
  progress: (through: number, all: number) =>
    `Uploading ${whole(Math.min(through + 1, all))} of ${whole(all)}`,
  waiting: (through: number, all: number) =>
    `Waiting for the connection · ${whole(through)} of ${whole(all)} done`,
  paused: (through: number, all: number) => `Paused · ${whole(through)} of ${whole(all)} done`,
  pace: (bytes: number, seconds: number) => `${speed(bytes)} · ${timeLeft(seconds)}`,
  goingOn: (count: number) => `Going on with ${photos(count)}.`,
  kept: (count: number) =>
    `${photos(count)} kept until you share ${plural(count, { one: 'it', other: 'them' })}.`,
  away: (count: number) =>
    `${photos(count)} ${plural(count, { one: 'waits', other: 'wait' })} here until you log in again.`,
  takenOff: (count: number) => `${photos(count)} taken off the list.`,
  notShared: (count: number) => `${photos(count)} not shared yet`,
  notUploaded,
  result: (done: number, before: number, failed: number) =>
    [
      done || !(before || failed) ? shared(done) : '',
      before ? known(before) : '',
      failed ? notUploaded(failed) : '',
    ]
      .filter(Boolean)
      .join(' '),

  receipt: 'What came of it',
  added: (count: number) => `${photos(count)} added`,
  hereAlready: (count: number) =>
    plural(count, { one: '1 was here already', other: `${whole(count)} were here already` }),
  notAdded: (count: number) => `${whole(count)} could not be uploaded`,
  seeAlbum: 'See the album',
  seePhotos: 'See your photos',
  uploadAnyway: 'Upload anyway',
  names: 'Names',
};
