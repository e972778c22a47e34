import { t } from '../locale';
import { isMine, type Album } from './album';

interface Place {
  /** The number of my friends. */
  friends: number;
  /** Visitors without an account see nothing here. */
  membersOnly: boolean;
  /** Whether there is a link by which others see the album. */
  hasLink?: boolean;
}

/** Who sees an album, in words: "You, 3 members and whoever has the link". */
export function seenBy(album: Album, { friends, membersOnly, hasLink = false }: Place): string {
  const { audience, members, username } = album;
  if (audience === 'public') return membersOnly ? t.album.everyoneHere : t.album.everyone;
  if (!isMine(album))
    return audience === 'friends'
      ? t.album.friendsOf(username)
      : t.album.ownerAndMembers(username, members.length - 1);
  if (audience === 'friends') return t.album.youAndFriends(friends, hasLink);
  if (audience === 'members') return t.album.youAndMembers(members.length, hasLink);
  return t.album.onlyYou(hasLink);
}
