package lumina.message;

import java.util.Map;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import org.jspecify.annotations.Nullable;

/// A message as clients get it.
///
/// @param photo the attached photo, if this reader may see it now
/// @param photoGone whether there is an attached photo that this reader cannot see (any more)
record MessageJson(
    String messageId,
    long fromUserId,
    String fromUsername,
    long toUserId,
    String text,
    long timestamp,
    @Nullable String clientId,
    @Nullable String photoId,
    @Nullable PhotoJson photo,
    boolean photoGone,
    boolean deleted) {

  static MessageJson of(Message message, Map<String, Photo> visible, ImageAddresses addresses) {
    Photo photo = message.photoId() == null ? null : visible.get(message.photoId());
    boolean gone = message.photoId() != null && photo == null;
    return of(message, photo == null ? null : PhotoJson.of(photo, addresses), gone);
  }

  /// For events, which are kept: each reader requests the photo later.
  static MessageJson withoutPhoto(Message message) {
    return of(message, null, false);
  }

  private static MessageJson of(Message m, @Nullable PhotoJson photo, boolean gone) {
    return new MessageJson(
        m.messageId(),
        m.fromUserId(),
        m.fromUsername(),
        m.toUserId(),
        m.text(),
        m.timestamp(),
        m.clientId(),
        gone ? null : m.photoId(),
        photo,
        gone,
        m.deleted());
  }
}
