import { plural, whole } from '../intl/language';

const photos = (count: number) =>
  plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` });

/** Texts for people who come by a link, most of them without an account. */
export const guest = {
  photos,
  sharedPhotos: 'Shared photos',
  shares: (name: string) => `${name} shares with you`,
  until: (date: string) => `here until ${date}`,
  downloadAll: (count: number) =>
    plural(count, { one: 'Download the photo', other: `Download all ${whole(count)} photos` }),
  downloadOne: 'Download this photo',
  empty: 'No photos here right now',
  emptyMeans: 'The person who shares them has taken them back. Perhaps there are others later.',

  signedInAs: (name: string) => `You are here as ${name}`,
  yourLink: 'Your own link, as others see it',
  openInLumina: 'Open it as yourself',

  passwordNeeded: 'These photos have a password',
  passwordMeans: 'Whoever sent you the link knows it.',
  password: 'Password',
  openPhotos: 'See the photos',
  wrongPassword: 'This is not the password. Please look again, capital letters count.',
  tooManyPasswords: (seconds: number) =>
    seconds > 90
      ? `Too many wrong passwords. Please try again in ${Math.ceil(seconds / 60)} minutes.`
      : `Too many wrong passwords. Please try again in ${plural(seconds, { one: 'a second', other: `${whole(seconds)} seconds` })}.`,

  ended: 'These photos are not shared any more',
  endedMeans: 'The link has ended, or part of it is missing. Ask the person who sent it for a new one.',
  unsent: 'What you wrote',
  unsentMeans: 'This was not sent, because nobody can comment here any more. You can still copy it.',
  copyUnsent: 'Copy',
  goToLumina: 'Go to Lumina',

  yourName: 'Your name',
  writingAs: (name: string) => `You write as ${name}.`,
  rename: 'Change',
  keepYourWords: 'Keep this: make an account',

  keep: 'Keep this',
  keepMeans: (name: string) =>
    `Make an account: what you say and like here stays yours, and you find ${name} again.`,
  makeAccount: 'Make an account',
};
