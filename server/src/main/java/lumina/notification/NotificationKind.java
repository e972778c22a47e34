package lumina.notification;

import java.util.Locale;

/// The kinds of notifications.
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
