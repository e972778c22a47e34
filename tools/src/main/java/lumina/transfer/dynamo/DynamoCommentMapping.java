package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;
import static lumina.storage.dynamo.Dynamo.s;

import java.util.List;
import java.util.Map;
import lumina.comment.DynamoComment;
import lumina.id.SortKey;
import lumina.storage.dynamo.DynamoFields;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps comments to items.
record DynamoCommentMapping(String table) implements DynamoMapping {
  @Override
  public Entity kind() {
    return Entity.COMMENTS;
  }

  @Override
  public String prefix() {
    return "COMMENT#";
  }

  @Override
  public List<String> people() {
    return List.of("user_id");
  }

  @Override
  public DynamoKey key(EntityRecord row) {
    return DynamoComment.key(
        row.text("photo_id"), row.number("created_at"), row.text("comment_id"));
  }

  @Override
  public EntityRecord read(DynamoFields item) {
    String id = item.text("comment_id", "id").orElseThrow();
    long createdAt = item.number("created_at", "timestamp");
    return EntityRecord.of(
        kind(),
        Map.of(
            "comment_id", id,
            "created_at", createdAt,
            "sort_key", SortKey.of(createdAt, id),
            "photo_id", item.text("photo_id").orElseThrow(),
            "user_id", item.number("user_id"),
            "text", item.text("text").orElse("")));
  }

  @Override
  public Map<String, AttributeValue> attributes(EntityRecord row, Map<Long, String> names) {
    return Map.of(
        "comment_id", s(row.text("comment_id")),
        "photo_id", s(row.text("photo_id")),
        "user_id", n(row.number("user_id")),
        "username", s(names.getOrDefault(row.number("user_id"), "")),
        "text", s(row.text("text")),
        "created_at", n(row.number("created_at")));
  }
}
