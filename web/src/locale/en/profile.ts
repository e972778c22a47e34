import { plural, whole } from '../intl/language';

export const profile = {
  photos: (count: number) => plural(count, { one: `${count} photo`, other: `${whole(count)} photos` }),
  tabs: 'On this page',
  tabPhotos: 'Photos',
  edit: 'Edit',
  viewAs: 'View as',
  asISeeIt: 'As I see it',
  asAFriend: 'View as a friend',
  asEveryone: 'View as everyone',
  seenByFriends: 'This is how your friends see your page.',
  seenByEveryone: 'This is how everyone sees your page.',

  yours: 'Your photos live here',
  yoursMeans: 'The originals, just as you took them. You decide who may see each.',
  empty: 'Nothing to see yet',
  othersSeeNothing: 'Others see no photos here.',
  noPhotos: (username: string) => `${username} has no photos that you can see.`,
  nobody: 'Nobody here',
  nobodyMeans: (username: string) => `There is no person named ${username}.`,

  endFriendship: 'End friendship',
  endFriendshipQuestion: (username: string) => `End your friendship with ${username}?`,
  endFriendshipMeans:
    'You stop seeing each other’s photos for friends at once. What you wrote to each other stays.',
  stayFriends: 'Stay friends',
  block: 'Block',
  blockQuestion: (username: string) => `Block ${username}?`,
  blockMeans: 'You no longer see or reach each other here. They are not told.',
};
