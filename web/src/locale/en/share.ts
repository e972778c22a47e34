import { plural, whole } from '../intl/language';

const photos = (count: number) => plural(count, { one: '1 photo', other: `${whole(count)} photos` });
const thesePhotos = (count: number) =>
  plural(count, { one: 'this photo', other: `these ${whole(count)} photos` });

/** Texts for links with which people see photos without an account. */
export const share = {
  share: 'Share',
  byLink: 'Share by link',
  photo: 'Share this photo',
  photos,
  whoWillSee: (count: number) => `Whoever has the link sees ${thesePhotos(count)}, without an account.`,
  whoWillSeeAlbum: 'Whoever has the link sees this album, without an account.',
  make: 'Make a link',
  looking: 'Looking for a link …',
  making: 'Making the link …',
  link: 'The link',
  copied: 'Link copied.',
  cannotCopy: 'Your browser does not allow copying: please select the link and copy it.',
  send: 'Send with another app',
  done: 'Done',

  withWhom: 'With whom',
  withAudience: 'Those who can see it',
  withAnyone: 'Anyone with a link',
  addressMeans: 'This address does not change who can see the photo.',
  whoSees: (count: number, hasPassword: boolean) =>
    `Whoever has this link${hasPassword ? ' and the password' : ''} sees ${thesePhotos(count)}, without an account.`,

  settings: 'Settings of the link',
  settingsOf: (name: string) => `Settings of the link to ${name}`,
  title: 'Title',
  titleExample: 'A weekend by the sea',
  ends: 'Ends',
  lifetimes: { never: 'Never', day: 'In a day', week: 'In a week', month: 'In a month' },
  endsNever: 'It works until you end it.',
  endsAt: (when: string) => `It works until ${when}.`,
  endedAt: (when: string) => `It ended ${when}. Choose another end, and it works again.`,
  password: 'Password',
  passwordMeans: 'People type it before they see anything.',
  passwordIsSet: 'People type it before they see anything. Tell it to them by another way than the link.',
  newPassword: 'At least 4 characters',
  setPassword: 'Set password',
  passwordNotSet: 'The password was not set. It needs at least 4 characters; please try again.',
  changePassword: 'Change password',
  comments: 'Comments',
  commentsMean: 'People read them, and write under a name that they choose.',
  likes: 'Likes',
  download: 'Downloads',
  downloads: { none: 'None', clean: 'Photos', original: 'Originals' },
  downloadsMean: {
    none: 'People look at the photos, but get no files. Screenshots are always possible.',
    clean: 'People can save the photos in full size, without place, camera and other hidden data.',
    original: 'People can save your files exactly as you added them, with the place if the camera noted it.',
  },

  end: 'End this link',
  endQuestion: 'End this link?',
  endMeans:
    'Whoever has it sees the photos no more, at once. The photos and what guests wrote stay with you. A new link has another address.',
  ended: 'The link has ended.',
  keep: 'Keep it',

  links: 'Your links',
  linksMean: 'Whoever has one of these links sees its photos, without an account.',
  noLinks: 'No links yet',
  noLinksMean:
    'Select photos on your page and choose Share: your link works for everyone, without an account.',
  choosePhotos: 'Choose photos',
  notVisited: 'Not opened yet',
  /** `{}`: how long ago. */
  visits: (count: number) =>
    plural(count, { one: 'Opened once, {}', other: `Opened ${whole(count)} times, last {}` }),
  until: (when: string) => `Until ${when}`,
  over: (when: string) => `Ended ${when}`,
  onDate: (date: string) => `on ${date}`,
};
