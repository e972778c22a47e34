package lumina.transfer;

import java.util.List;
import java.util.Locale;
import lumina.photo.detail.PhotoItemRows;

/// The kinds of records in a Lumina, in the order in which they are copied: each after those that
/// it refers to.
///
/// Live events are not copied: pages that reconnect load everything again.
@SuppressWarnings("ImmutableEnumChecker") // no list can be changed
public enum Entity {
  PEOPLE(
      "users",
      1,
      "id username email password_hash created_at name bio default_audience share_camera share_place picture"
          + " cover_photo_id feed_seen old_username old_email"),
  SESSIONS("sessions", 1, "token_hash user_id created_at last_used_at device"),
  DEVICES("devices", 1, "token_hash user_id first_at last_at"),
  SHARES(
      "shares",
      1,
      "share_id token user_id album_id title password_hash password_version comments likes download"
          + " expires_at visits last_visit_at created_at"),
  GUESTS("guests", 1, "guest_id share_id owner_id token_hash name unlocked written created_at"),
  GUEST_NAMES("guest_names", 2, "guest_id used_until name"),
  INVITES("invites", 1, "id user_id token uses used created_at expires_at"),
  FRIEND_REQUESTS("friend_requests", 1, "id requester_id receiver_id status created_at"),
  FRIENDSHIPS("friendships", 2, "user_id friend_id since"),
  HIDDEN_SUGGESTIONS("hidden_suggestions", 2, "user_id hidden_id since"),
  BLOCKS("blocks", 2, "user_id blocked_id since"),
  NOTIFICATIONS(
      "notifications", 1, "sort_key user_id kind subject actor_id text at seen comment_id gone"),
  PHOTOS(
      "photos",
      1,
      "photo_id sort_key user_id topic topic_key audience format bytes version derived_by clean"
          + " file_name checksum taken_at taken_offset taken_from captured trashed_at"
          + " trashed_from imported duration_ms playback"),
  PHOTO_TAGS("photo_tags", 2, "tag sort_key"),
  SHARE_PHOTOS("share_photos", 2, "share_id photo_id position"),
  TOPIC_COUNTS("topic_counts", 3, "user_id audience topic_key photos"),
  ALBUMS(
      "albums",
      1,
      "album_id user_id title description audience contribute cover created_at updated_at numbering"),
  ALBUM_MEMBERS("album_members", 2, "album_id user_id joined_at"),
  ALBUM_PHOTOS("album_photos", 2, "album_id photo_id user_id position added_at"),
  PHOTO_READERS("photo_readers", 1, "message_id photo_id user_id"),
  COMMENTS("comments", 2, "comment_id photo_id user_id created_at sort_key text reply_to"),
  LIKES("photo_likes", 2, "photo_id user_id liked_at sort_key reaction"),
  PHOTO_DETAILS(
      "photo_items",
      1,
      "photo_id comment_count %s %s"
          .formatted(
              String.join(" ", PhotoItemRows.counts()), String.join(" ", PhotoItemRows.fields()))),
  MESSAGES(
      "messages",
      3,
      "message_id from_id to_id timestamp sort_key text photo_id client_id deleted reply_to"
          + " from_reaction to_reaction"),
  /// Its messages are named by time and id.
  CONVERSATIONS("conversations", 2, "user_id other_id unread last_message read_message");

  private final String table;
  private final int keys;
  private final List<String> fields;

  /// @param table in SQL; in the cloud some kinds are in DynamoDB
  /// @param keys the number of fields, from the first, that identify a record
  /// @param fields names of the fields: the columns of the table
  Entity(String table, int keys, String fields) {
    this.table = table;
    this.keys = keys;
    this.fields = List.of(fields.split(" "));
  }

  String table() {
    return table;
  }

  List<String> fields() {
    return fields;
  }

  List<String> keys() {
    return fields.subList(0, keys);
  }

  /// Whether a record belongs to a photo, and cannot exist without it.
  public boolean isOfPhoto() {
    return switch (this) {
      case COMMENTS, LIKES, PHOTO_DETAILS, ALBUM_PHOTOS, PHOTO_READERS -> true;
      default -> false;
    };
  }

  /// The name for people.
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
