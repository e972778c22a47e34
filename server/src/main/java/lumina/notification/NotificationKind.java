package lumina.notification;

import java.util.Locale;

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

  /// Finds the kind by its [#word].
  static NotificationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
