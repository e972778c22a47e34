import { plural } from '../intl/language';

export const home = {
  title: 'Home',
  newPhotos: (count: number) => plural(count, { one: 'A new photo', other: `${count} new photos` }),
  seenBelow: 'You’ve seen everything below',
  caughtUp: 'You’re all caught up.',
  empty: 'It starts with a photo',
  emptyMeans: 'Add a few of yours, and find your friends: their photos show here, too.',
  comments: (count: number) => plural(count, { one: `${count} comment`, other: `${count} comments` }),
};
