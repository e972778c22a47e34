package lumina.move;

import static lumina.backend.Dynamo.n;
import static lumina.backend.Dynamo.s;

import java.util.List;
import java.util.Map;
import lumina.backend.DynamoFields;
import lumina.backend.DynamoKey;
import lumina.photo.DynamoPhoto;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Likes. Those of nobody are only in the count on the photo.
record DynamoLikeForm(String table) implements DynamoForm {
  @Override
  public Kind kind() {
    return Kind.LIKES;
  }

  @Override
  public String sortKey() {
    return "LIKE#";
  }

  @Override
  public List<String> people() {
    return List.of("user_id");
  }

  @Override
  public DynamoKey key(Row row) {
    return DynamoPhoto.like(row.text("photo_id"), row.number("user_id"));
  }

  @Override
  public Row read(DynamoFields item) {
    return Row.of(
        kind(),
        Map.of(
            "photo_id", item.text("liked_photo").orElseThrow(),
            "user_id", item.number("liker_id"),
            "liked_at", item.number("liked_at")));
  }

  @Override
  public Map<String, AttributeValue> attributes(Row row, Map<Long, String> names) {
    return Map.of(
        "liked_photo", s(row.text("photo_id")),
        "liker_id", n(row.number("user_id")),
        "like_order", n(Place.of(row)),
        "liked_at", n(row.number("liked_at")));
  }
}
