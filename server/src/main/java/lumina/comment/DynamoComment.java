package lumina.comment;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.comment.CommentStore.CommentRow;
import lumina.id.SortKey;
import lumina.photo.detail.DynamoPhoto;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps comments to items, see docs/dynamodb.md.
public final class DynamoComment {
  private DynamoComment() {}

  /// The attributes of a comment, both in its own item and as the newest comment in the item of its
  /// photo.
  public static Map<String, AttributeValue> remark(
      String commentId, long userId, String text, long now) {
    return Map.of(
        "comment_id", s(commentId),
        "user_id", n(userId),
        "text", s(text),
        "created_at", n(now));
  }

  /// @param username the author's
  public static Map<String, AttributeValue> item(CommentRow comment, String username) {
    Map<String, AttributeValue> item = new HashMap<>(key(comment).attributes());
    item.putAll(remark(comment.commentId(), comment.userId(), comment.text(), comment.createdAt()));
    item.put("photo_id", s(comment.photoId()));
    item.put("username", s(username));
    if (comment.clientId() != null) {
      item.put("client_id", s(comment.clientId()));
    }
    if (comment.replyTo() != null) {
      item.put("reply_to", s(comment.replyTo()));
    }
    return item;
  }

  static DynamoKey key(CommentRow comment) {
    return key(comment.photoId(), comment.createdAt(), comment.commentId());
  }

  public static DynamoKey key(String photoId, long createdAt, String commentId) {
    return new DynamoKey(
        DynamoPhoto.partition(photoId), "COMMENT#%d#%s".formatted(createdAt, commentId));
  }

  /// The key of the item for a client id.
  static DynamoKey called(String photoId, long author, String clientId) {
    return new DynamoKey(
        DynamoPhoto.partition(photoId), "CLIENT#%d#%s".formatted(author, clientId));
  }

  /// The item that replaces the one for the client id when a comment is deleted.
  static Map<String, AttributeValue> remains(CommentRow comment, String clientId) {
    Map<String, AttributeValue> item =
        new HashMap<>(called(comment.photoId(), comment.userId(), clientId).attributes());
    item.putAll(remark(comment.commentId(), comment.userId(), "", comment.createdAt()));
    item.put("comment_key", s(key(comment).sk()));
    item.put("photo_id", s(comment.photoId()));
    item.put("client_id", s(clientId));
    item.put("deleted", AttributeValue.fromBool(true));
    return item;
  }

  public static CommentRow read(Map<String, AttributeValue> item) {
    DynamoFields comment = new DynamoFields(item);
    String commentId = comment.text("comment_id", "id").orElseThrow();
    long createdAt = comment.number("created_at", "timestamp");
    return new CommentRow(
        SortKey.of(createdAt, commentId),
        commentId,
        comment.text("photo_id").orElseThrow(),
        comment.number("user_id"),
        comment.text("text").orElse(""),
        comment.text("client_id").orElse(null),
        createdAt,
        comment.flag("deleted"),
        comment.text("reply_to").orElse(null));
  }
}
