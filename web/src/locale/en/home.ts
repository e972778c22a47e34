import { plural, whole } from '../intl/language';

export const home = {
  title: 'Home',
  newPhotos: (count: number) => plural(count, { one: 'A new photo', other: `${whole(count)} new photos` }),
  seenBelow: 'You’ve seen everything below',
  caughtUp: 'You’re all caught up.',
  empty: 'It starts with a photo',
  emptyMeans: 'Add a few of yours, and find your friends: their photos show here, too.',
  photos: (count: number) => plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` }),
  andMore: (count: number) => `, and ${whole(count)} more`,
  commentOn: (username: string) => `Comment on the photo by ${username}`,
  aside: 'Around you',
  lately: 'Lately here',
  topics: 'Topics',
  onThisDay: 'On this day',
  almost: 'Nearly at home',
  hideSteps: 'Hide these steps',
  stepDone: ' (done)',
  stepPhotos: 'Your first photos',
  dropHere: 'Drop photos here',
  orChoose: 'or click to choose them',
  choosePhotos: 'Choose your first photos',
  stepFace: 'Your face',
  faceMeans: 'So that friends know it is you.',
  stepInvite: 'Your friends',
  inviteMeans: 'Whoever opens your link is your friend at once.',
  showLink: 'Invite by link',
  comments: (count: number) =>
    plural(count, { one: `${whole(count)} comment`, other: `${whole(count)} comments` }),

  /** `{}` is the place of the album. */
  added: (username: string, count: number) => `${username} added ${whole(count)} photos to {}`,
  youAdded: (count: number) => `You added ${whole(count)} photos to {}`,
};
