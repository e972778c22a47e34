import { plural, whole } from '../intl/language';

export const notification = {
  title: 'Notifications',
  button: (count: number) => (count ? `Notifications, ${whole(count)} new` : 'Notifications'),
  empty: 'Nothing yet. When somebody likes or comments on your photos, it shows here.',

  friend_request: (people: string) => `${people} would like to be your friend`,
  friend_accepted: (people: string) => `${people} accepted your request`,
  /** @param reaction of all of them, null if they differ */
  photo_liked: (people: string, reaction: string | null) => {
    if (reaction === '❤️') return `${people} liked your photo`;
    return reaction ? `${people} reacted ${reaction} to your photo` : `${people} reacted to your photo`;
  },
  photo_commented: (people: string) => `${people} commented on your photo`,
  comment_reply: (people: string) => `${people} replied to your comment`,
  mention: (people: string) => `${people} mentioned you`,
  album_member: (people: string) => `${people} added you to an album`,
  album_photos: (people: string) => `${people} added photos to an album`,
  new_device: () => 'Somebody logged in as you on a new device. If it was not you, change your password.',
  /** Somebody without an account, who came by a link; `Guest` if they have given no name. */
  guest: (name: string) => (name === 'Guest' ? name : `${name} (guest)`),
  /** "ann and bob", "ann, bob and 12 others" */
  people: (names: string[], others: number) =>
    others > 0
      ? `${names.join(', ')} and ${whole(others)} ${plural(others, { one: 'other', other: 'others' })}`
      : names.join(' and '),
};
