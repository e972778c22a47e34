package lumina.notification;

import java.util.Locale;
import lumina.access.KnownWords;

/// The kinds of notifications; in the database a name has at most 20 characters. [Notifications]
/// adds them, and [Excerpts] reads the text that one quotes. On the page,
/// `locale/en/notification.ts` contains their sentences and `NotificationBell.svelte` their links.
public enum NotificationKind {
  FRIEND_REQUEST,
  FRIEND_ACCEPTED,
  PHOTO_LIKED,
  PHOTO_COMMENTED,
  MENTION,
  NEW_DEVICE;

  /// The condition that this version knows the kind of a notification.
  static final String IS_KNOWN = KnownWords.in("kind", values(), NotificationKind::word);

  /// Finds the kind by its [#word].
  static NotificationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
