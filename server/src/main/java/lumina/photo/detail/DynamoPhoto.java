package lumina.photo.detail;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.access.Audience;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a photo to a DynamoDB item, see docs/dynamodb.md.
public final class DynamoPhoto {
  /// The condition that a photo exists, and is not being deleted.
  public static final String IS_THERE = "attribute_exists(PK) AND attribute_not_exists(gone)";

  private DynamoPhoto() {}

  public static String partition(String photoId) {
    return "PHOTO#" + photoId;
  }

  /// The key of the photo's main item.
  public static DynamoKey meta(String photoId) {
    return new DynamoKey(partition(photoId), "META");
  }

  public static DynamoKey like(String photoId, long userId) {
    return new DynamoKey(partition(photoId), "LIKE#" + userId);
  }

  public static DynamoKey byUser(long userId, String photoId) {
    return new DynamoKey("USER#" + userId, "PHOTO#" + photoId);
  }

  public static Map<String, AttributeValue> item(NewPhoto photo, String username, long createdAt) {
    Map<String, AttributeValue> item = new HashMap<>(meta(photo.photoId()).attributes());
    item.put("photo_id", s(photo.photoId()));
    item.put("user_id", n(photo.userId()));
    item.put("username", s(username));
    item.put("audience", s(photo.audience().word()));
    item.put("full_key", s(PhotoKeys.full(photo.photoId(), photo.format())));
    item.put("thumbnail_key", s(PhotoKeys.derived(photo.photoId(), lumina.media.ImageSize.THUMB)));
    item.put("likes", n(0));
    item.put("comment_count", n(0));
    item.put("created_at", n(createdAt));
    item.put("format", s(photo.format().name()));
    photo.details().write(new DynamoAttributes(item));
    return item;
  }

  /// The item that lists a photo under its owner.
  public static Map<String, AttributeValue> byUserItem(long userId, String photoId) {
    Map<String, AttributeValue> item = new HashMap<>(byUser(userId, photoId).attributes());
    item.put("photo_id", s(photoId));
    return item;
  }

  /// The attributes that an edit changes.
  static Map<String, AttributeValue> changes(PhotoText.Edit edit, @Nullable Audience audience) {
    DynamoAttributes changed = new DynamoAttributes();
    edit.write(changed);
    if (audience != null) {
      changed.text("audience", audience.word());
    }
    return changed.values();
  }

  /// Reads an item, without the viewer's like.
  public static PhotoItem read(Map<String, AttributeValue> item) {
    DynamoFields photo = new DynamoFields(item);
    return new PhotoItem(
        Dynamo.text(item, "PK").substring(partition("").length()),
        PhotoDetails.read(new DynamoAttributes(item)),
        reactions(item),
        null,
        photo.number("comment_count"),
        photo.fields("latest_comment").map(DynamoPhoto::remark).orElse(null));
  }

  /// Reads the counts of reactions from the item of a photo.
  public static ReactionCounts reactions(Map<String, AttributeValue> item) {
    return PhotoItem.reactions(new DynamoAttributes(item));
  }

  /// Reads the reaction from the item of a like; a heart is not written.
  public static Reaction reaction(Map<String, AttributeValue> like) {
    return Reaction.stored(new DynamoFields(like).text("reaction").orElse(null));
  }

  static PhotoItem.LatestComment remark(DynamoFields comment) {
    return new PhotoItem.LatestComment(
        comment.text("comment_id", "id").orElseThrow(),
        comment.number("user_id"),
        comment.text("text").orElse(""),
        comment.number("created_at", "timestamp"));
  }

  /// Checks [#IS_THERE] on an item that was read.
  public static boolean isThere(Map<String, AttributeValue> item) {
    return !item.containsKey("gone");
  }
}
