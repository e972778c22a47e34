package lumina.like;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.like.LikeStore.Like;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.PhotoItem;
import lumina.storage.dynamo.Dynamo;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps likes to items, see docs/dynamodb.md.
public final class DynamoLike {
  private DynamoLike() {}

  public static Map<String, AttributeValue> item(Like like) {
    Map<String, AttributeValue> item =
        new HashMap<>(DynamoPhoto.like(like.photoId(), like.userId()).attributes());
    item.put("liked_photo", s(like.photoId()));
    item.put("liker_id", n(like.userId()));
    item.put("like_order", n(like.sortKey()));
    item.put("liked_at", n(like.likedAt()));
    if (like.reaction() != Reaction.HEART) {
      item.put("reaction", s(like.reaction().emoji()));
    }
    return item;
  }

  /// Returns by how much the counts of a photo change, by field.
  ///
  /// @param before null if they did not like it
  /// @param after null if they like it no more
  static Map<String, Long> changes(@Nullable Reaction before, @Nullable Reaction after) {
    Map<String, Long> changes = new HashMap<>();
    if (before == null || after == null) {
      changes.put("likes", after == null ? -1L : 1L);
    }
    if (before != null && before != Reaction.HEART) {
      changes.put(PhotoItem.counted(before), -1L);
    }
    if (after != null && after != Reaction.HEART) {
      changes.put(PhotoItem.counted(after), 1L);
    }
    return changes;
  }

  /// The condition that a like has this reaction, with the values of [#values].
  static String is(Reaction reaction) {
    return reaction == Reaction.HEART
        ? "attribute_exists(PK) AND attribute_not_exists(reaction)"
        : "reaction = :before";
  }

  /// Returns null if there are none, because DynamoDB refuses an empty map.
  ///
  /// @param after null if they like it no more
  static @Nullable Map<String, AttributeValue> values(Reaction before, @Nullable Reaction after) {
    Map<String, AttributeValue> values = new HashMap<>();
    if (before != Reaction.HEART) {
      values.put(":before", s(before.emoji()));
    }
    if (after != null && after != Reaction.HEART) {
      values.put(":after", s(after.emoji()));
    }
    return values.isEmpty() ? null : values;
  }

  public static Like read(Map<String, AttributeValue> item) {
    return new Like(
        Dynamo.number(item, "like_order"),
        Dynamo.text(item, "liked_photo"),
        Dynamo.number(item, "liker_id"),
        Dynamo.number(item, "liked_at"),
        DynamoPhoto.reaction(item));
  }
}
