package lumina.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.photo.detail.Columns;
import lumina.photo.detail.PhotoDetails;

/// The kinds of records in a Lumina, in the order in which they are copied: a photo becomes visible
/// after everything that belongs to it.
///
/// Live events are not copied: pages that reconnect load everything again.
@SuppressWarnings("ImmutableEnumChecker")
public // neither list nor set can be changed
enum Entity {
  PEOPLE(
      1,
      "#id username email password_hash #created_at name bio default_audience picture #feed_seen"
          + " old_username old_email"),
  SESSIONS(1, "token_hash #user_id #created_at #last_used_at device"),
  DEVICES(1, "token_hash #user_id #first_at #last_at"),
  INVITES(1, "#id #user_id token #uses #used #created_at #expires_at"),
  FRIEND_REQUESTS(1, "#id #requester_id #receiver_id status #created_at"),
  FRIENDSHIPS(2, "#user_id #friend_id #since"),
  BLOCKS(2, "#user_id #blocked_id #since"),
  NOTIFICATIONS(1, "#sort_key #user_id kind subject #actor_id text #at #seen comment_id #gone"),
  MESSAGES(3, "message_id #from_id #to_id #timestamp #sort_key text photo_id client_id #deleted"),
  CONVERSATIONS(2, "#user_id #other_id last_message #last_at #unread read_message #read_at"),
  COMMENTS(2, "comment_id photo_id #created_at #sort_key #user_id text"),
  LIKES(2, "photo_id #user_id #liked_at #sort_key"),
  PHOTOS(
      1,
      "photo_id #sort_key #user_id audience format #likes #comment_count #version derived_by clean"
          + " file_name "
          + details());

  private static final String NUMBER = "#";

  private final int keys;
  private final List<String> fields;
  private final Set<String> numbers;

  /// @param keys the number of fields, from the first, that identify a record
  /// @param fields names of the fields, shared by both backends; numbers have a `#`
  Entity(int keys, String fields) {
    this.keys = keys;
    this.fields = Stream.of(fields.split(" ")).map(Entity::name).toList();
    this.numbers =
        Set.copyOf(
            Stream.of(fields.split(" "))
                .filter(it -> it.startsWith(NUMBER))
                .map(Entity::name)
                .toList());
  }

  private static String details() {
    Columns fields = new Columns();
    PhotoDetails.EMPTY.write(fields);
    return fields.values().entrySet().stream()
        .map(field -> field.getValue() instanceof Long ? "#" + field.getKey() : field.getKey())
        .collect(Collectors.joining(" "));
  }

  private static String name(String field) {
    return field.replace(NUMBER, "");
  }

  public List<String> fields() {
    return fields;
  }

  public List<String> keys() {
    return fields.subList(0, keys);
  }

  boolean isNumber(String field) {
    return numbers.contains(field);
  }

  /// Whether it belongs to a photo, and cannot exist without it.
  public boolean isOfPhoto() {
    return this == LIKES || this == COMMENTS;
  }

  /// The name for people.
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
