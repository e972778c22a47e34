import { plural, whole } from '../intl/language';

export const profile = {
  photos: (count: number) => plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` }),
  tabs: 'On this page',
  tabPhotos: 'Photos',
  edit: 'Edit',
  asAFriend: 'View as a friend',
  asEveryone: 'View as everyone',
  seenAs: {
    friend: 'You see this as a friend of yours',
    public: 'You see this as everyone',
  },
  back: 'Back',
  removeCover: 'Remove cover',

  yours: 'Your photos live here',
  yoursMeans: 'The originals, just as you took them. You decide who may see each.',
  empty: 'Nothing to see yet',
  othersSeeNoAlbums: 'Others see no albums here.',
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
