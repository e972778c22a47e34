import { listed, plural, whole } from '../intl/language';

const photos = (count: number) =>
  plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` });
const members = (count: number) =>
  plural(count, { one: `${whole(count)} member`, other: `${whole(count)} members` });
const friends = (count: number) =>
  plural(count, { one: 'your one friend', other: `your ${whole(count)} friends` });

/** "You, 3 members and whoever has the link" */
const people = (all: string[]) => {
  const sentence = listed(all);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};
const link = (hasLink: boolean) => (hasLink ? ['whoever has the link'] : []);

export const album = {
  title: 'Albums',
  one: 'Album',
  photos,
  by: (username: string) => `By ${username}`,
  card: (title: string, count: number) => `${title}, ${photos(count)}`,
  newOne: 'New album',
  empty: 'Photos that belong together',
  emptyMeans: 'A trip, a birthday, a year: put photos into an album, in your order, alone or with friends.',
  noneToSee: 'No albums yet',
  noneOf: (username: string) => `${username} has no albums that you can see.`,
  notHere: 'There is no such album',
  notHereMeans: 'It was deleted, or it is not for you.',

  name: 'Title',
  nameExample: 'Lisbon in May',
  description: 'Description',
  whoSees: 'Who sees the album',
  whoSeesMeans: 'They see every photo in it, whoever each photo is for.',
  audiences: { private: 'Only you', members: 'Members', friends: 'Friends', public: 'Everyone' },
  audienceMeans: {
    private: 'Nobody else, not even members',
    members: 'You, and the friends you add',
    friends: 'All your friends',
    public: 'Also people without an account',
  },
  publicToMembersOnly: 'Everyone who has an account here',
  membersAdd: 'Members may add photos',
  create: 'Create album',

  /** In words, who sees the album. */
  seenBy: 'Who sees this album:',
  onlyYou: (hasLink: boolean) => (hasLink ? people(['you', ...link(hasLink)]) : 'Only you'),
  youAndMembers: (count: number, hasLink: boolean) =>
    count || hasLink
      ? people(['you', ...(count ? [members(count)] : []), ...link(hasLink)])
      : 'Only you, until you add members',
  youAndFriends: (count: number, hasLink: boolean) =>
    count || hasLink
      ? people(['you', ...(count ? [friends(count)] : []), ...link(hasLink)])
      : 'Only you for now, and your friends once you have some',
  ownerAndMembers: (username: string, others: number) =>
    others ? `${username}, you and ${members(others)} more` : `${username} and you`,
  friendsOf: (username: string) => `${username} and their friends`,
  everyone: 'Everyone',
  everyoneHere: 'Everyone who has an account here',

  order: 'Order',
  orders: { album: 'As arranged', taken: 'When taken', created: 'When uploaded' },
  noPhotos: 'Nothing in here yet',
  noPhotosMine: 'Choose some of your photos, or add new ones.',
  noPhotosYet: 'Photos that are added show here.',
  edit: 'Edit album',
  download: 'Download all',
  delete: 'Delete album',
  deleteQuestion: (title: string) => `Delete the album “${title}”?`,
  deleteMeans: 'Its photos stay where they are. The album, its order and its members cannot be restored.',
  keep: 'Keep it',
  deleted: (title: string) => `“${title}” is deleted. Its photos are still there.`,
  leave: 'Leave album',
  leaveQuestion: (title: string) => `Leave “${title}”?`,
  leaveMeans: 'The photos that you added leave it, too. They stay on your page.',
  stay: 'Stay',
  left: (title: string) => `You left “${title}”.`,

  addTo: 'Add to album',
  addToMeans: 'Whoever sees the album sees these photos, too.',
  addPhotos: 'Add photos',
  fromYours: 'From your photos',
  upload: 'Upload new ones',
  pick: 'Choose photos',
  picked: (count: number) => (count ? `Add ${photos(count)}` : 'Add'),
  noneOfYours: 'You have no photos yet. Upload some first.',
  added: (count: number, title: string) => `${photos(count)} added to “${title}”.`,
  notAdded: (count: number, title: string) => `${photos(count)} could not be added to “${title}”.`,

  takeOut: 'Take out',
  takenOut: (count: number) => `${photos(count)} taken out of the album.`,
  useAsCover: 'Use as cover',
  coverChosen: 'This is the cover now.',
  earlier: 'Move left',
  later: 'Move right',
  movedTo: (place: number) => `Moved to place ${whole(place)}.`,

  members: 'Members',
  memberCount: (count: number) => (count ? members(count) : 'Add members'),
  owner: 'Owner',
  addMembers: 'Add friends',
  searchFriends: 'Search your friends',
  addMember: (username: string) => `Add ${username}`,
  add: 'Add',
  removeMember: (username: string) => `Remove ${username}`,
  remove: 'Remove',
  removeQuestion: (username: string) => `Remove ${username} from the album?`,
  removeMeans: 'The photos that they added leave it, too.',
  noMembers: 'Nobody yet. Members see the album, and add photos if you let them.',
  noFriends: 'Only friends can be members. Find some first.',
  noFriendFound: 'None of your friends is called that.',
  opensForMembers: 'This album is for you alone now. With the first member it is for its members.',

  none: 'None',
  postAsAlbum: 'Post as a new album',
  titleOfNew: 'Title of the new album',
};
