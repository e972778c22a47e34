package lumina.like;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.HashMap;
import java.util.Map;
import lumina.like.LikeStore.Like;
import lumina.photo.detail.DynamoPhoto;
import lumina.storage.dynamo.Dynamo;
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
    return item;
  }

  public static Like read(Map<String, AttributeValue> item) {
    return new Like(
        Dynamo.number(item, "like_order"),
        Dynamo.text(item, "liked_photo"),
        Dynamo.number(item, "liker_id"),
        Dynamo.number(item, "liked_at"));
  }
}
