package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.List;
import java.util.Map;
import lumina.photo.detail.DynamoPhoto;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps likes to items. Likes without a person are only in the count on the photo.
record DynamoLikeMapping(String table) implements DynamoMapping {
  @Override
  public Entity kind() {
    return Entity.LIKES;
  }

  @Override
  public String prefix() {
    return "LIKE#";
  }

  @Override
  public List<String> people() {
    return List.of("user_id");
  }

  @Override
  public DynamoKey key(EntityRecord row) {
    return DynamoPhoto.like(row.text("photo_id"), row.number("user_id"));
  }

  @Override
  public EntityRecord read(DynamoFields item) {
    return EntityRecord.of(
        kind(),
        Map.of(
            "photo_id", item.text("liked_photo").orElseThrow(),
            "user_id", item.number("liker_id"),
            "liked_at", item.number("liked_at"),
            "sort_key", item.number("like_order")));
  }

  @Override
  public Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names) {
    return Map.of(
        "liked_photo", s(row.text("photo_id")),
        "liker_id", n(row.number("user_id")),
        "like_order", n(row.number("sort_key")),
        "liked_at", n(row.number("liked_at")));
  }
}
