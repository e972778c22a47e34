package lumina.notification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import lumina.access.KnownWords;

/// The kinds of notifications; in the database a name has at most 20 characters. [Notifications]
/// adds them, and [Excerpts] reads the text that one quotes. On the page,
/// `locale/en/notification.ts` contains their sentences and `NotificationBell.svelte` their links.
public enum NotificationKind {
  FRIEND_REQUEST,
  FRIEND_ACCEPTED,
  PHOTO_LIKED,
  PHOTO_COMMENTED,
  /// Somebody replied to a comment of the person.
  COMMENT_REPLY,
  MENTION,
  NEW_DEVICE,
  /// Somebody made the person a member of an album.
  ALBUM_MEMBER,
  /// Somebody added photos to an album of the person's, or of which they are a member.
  ALBUM_PHOTOS;

  private static final Set<NotificationKind> OF_ALBUMS = EnumSet.of(ALBUM_MEMBER, ALBUM_PHOTOS);

  /// The condition that this version knows the kind of a notification.
  static final String IS_KNOWN = KnownWords.in("kind", values(), NotificationKind::word);

  /// The condition that a notification is about an album instead of a photo.
  static final String IS_OF_ALBUM =
      KnownWords.in("kind", OF_ALBUMS.toArray(NotificationKind[]::new), NotificationKind::word);

  boolean isOfAlbum() {
    return OF_ALBUMS.contains(this);
  }

  /// Finds the kind by its [#word].
  static NotificationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
