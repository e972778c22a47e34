package lumina.notification;

import java.util.Locale;

/// What somebody can be notified of.
public enum NotificationKind {
  FRIEND_REQUEST,
  FRIEND_ACCEPTED,
  PHOTO_LIKED,
  PHOTO_COMMENTED,
  MENTION,
  NEW_DEVICE;

  /// The kind of a [#word].
  static NotificationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
