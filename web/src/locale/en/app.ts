export const app = {
  unreachable: 'Lumina cannot be reached',
  unreachableMeans: 'Your connection may be down, or Lumina is being restarted.',
  nothingHere: 'There is nothing here',
  nothingHereMeans: 'The address may be mistyped, or what was here is gone.',

  offline: 'You are offline. What you see may be old; this page goes on by itself as soon as it can.',
  connectionLost:
    'Lumina cannot be reached just now. What you see may be old; this page goes on by itself as soon as it can.',

  skip: 'Skip to the photos',
  navigation: 'Main',
  brand: 'Lumina',
  brandLink: 'Lumina, home',
  home: 'Home',
  explore: 'Explore',
  friends: 'Friends',
  messages: 'Messages',
  profile: 'Profile',
  waiting: (count: number) => `${count} new`,

  searchRegion: 'Photos and people',
  searchField: 'Search photos and people',
  searchPlaceholder: 'Search captions, topics, tags, people',
  search: 'Search',
};
