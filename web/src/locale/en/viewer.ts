import { oneDecimal, plural, whole } from '../intl/language';

export const viewer = {
  previous: 'Previous photo',
  next: 'Next photo',
  /** `of`: how many there are, if that is known. */
  position: (at: number, of?: number) => (of ? `${whole(at)} / ${whole(of)}` : whole(at)),
  filmstrip: 'Photos around this one',
  slideshow: 'Slideshow',
  paper: 'On paper',
  fullScreen: 'Full screen',
  words: 'Details and comments',
  keys: 'Keys',
  keyList: [
    [['←', '→'], 'Previous and next photo'],
    [['+', '−', '0'], 'Zoom in, out, and back'],
    [['Shift ←', '→', '↑', '↓'], 'Move the enlarged photo'],
    [['Space'], 'Start or stop the video, or the slideshow'],
    [['M'], 'Sound of the video'],
    [['F'], 'Full screen'],
    [['I'], 'Show or hide details and comments'],
    [['L'], 'Like'],
    [['Esc'], 'Close'],
  ] as [string[], string][],
  notHere: 'This photo is not here',
  notHereMeans: 'It was deleted, or it is not shared with you (any more).',
  didNotLoad: 'This photo did not load',

  edit: 'Edit',
  delete: 'Delete',
  useAsCover: 'Use as cover',
  removeCover: 'Remove as cover',
  isCover: {
    public: 'This is the cover of your page now.',
    friends: 'This is the cover of your page now, for you and your friends.',
    private: 'This is the cover of your page now. Only you see it, like the photo.',
  },
  noCover: 'Your page has no cover now.',
  downloadOriginal: 'Download the original',
  notMadePlayable:
    'This video does not play in browsers, and it was not converted: it is of an unusual kind, took more memory or time than this server has, or this server converts no videos. Your original is kept; you can download it.',
  damaged: 'Part of this picture is missing: its file was cut off before it arrived.',
  kilobytes: (count: number) => `${whole(count)} KB`,
  megabytes: (count: number) => `${oneDecimal(count)} MB`,
  caption: 'Caption',
  facts: 'About this photo',
  taken: (when: string) => `Taken ${when}`,
  fileFrom: (date: string) => `File from ${date}`,
  takenAt: 'Taken (as the clock there showed)',
  seconds: (time: string) => `${time} s`,
  alt: 'Description for people who cannot see the picture',

  linkCopied: (who: string) => `Link copied. ${who}`,
  linkIs: (address: string) => `The link is ${address}`,

  sentTo: (username: string) => `Sent to ${username}.`,
  noFriendsYet: 'Once you have friends here, you can send them photos.',

  likes: (count: number) => plural(count, { one: `${whole(count)} like`, other: `${whole(count)} likes` }),
  /** `{}`: the link to the log-in. */
  invitation: 'Lumina is a photo place for friends. {} to like it or say something.',
};
