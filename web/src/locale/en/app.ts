import { whole } from '../intl/language';

export const app = {
  unreachable: 'Lumina cannot be reached',
  unreachableMeans: 'Your connection may be down, or Lumina is being restarted.',
  nothingHere: 'There is nothing here',
  nothingHereMeans: 'The address may be mistyped, or the page was deleted.',

  offline: 'You are offline. What you see may be out of date; this page reconnects by itself.',
  connectionLost:
    'Lumina cannot be reached just now. What you see may be out of date; this page reconnects by itself.',

  skip: 'Skip to the photos',
  navigation: 'Main',
  brand: 'Lumina',
  brandLink: 'Lumina, home',
  home: 'Home',
  explore: 'Explore',
  friends: 'Friends',
  messages: 'Messages',
  profile: 'Profile',
  waiting: (count: number) => `${whole(count)} new`,

  searchRegion: 'Photos and people',
  searchField: 'Search photos and people',
  searchPlaceholder: 'Search captions, topics, tags, people',
  search: 'Search',
};
