package lumina.move;

import static lumina.backend.Dynamo.n;
import static lumina.backend.Dynamo.s;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lumina.backend.CloudBackend;
import lumina.backend.Dynamo;
import lumina.backend.DynamoTables;
import lumina.photo.DynamoPhoto;
import lumina.photo.NewPhoto;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is said about photos, in DynamoDB. Their comments are there already: the newest one is
/// shown with the photo.
@Component
@CloudBackend
@ConditionalOnNotWebApplication
class DynamoPhotoWords implements PhotoWords {
  private static final List<String> REMARK = List.of("comment_id", "user_id", "text", "created_at");

  private final Dynamo dynamo;
  private final DynamoTables tables;

  DynamoPhotoWords(Dynamo dynamo, DynamoTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public void write(List<Row> photos, Map<Long, String> names) {
    dynamo.batchPut(
        tables.photos(),
        photos.stream()
            .flatMap(
                photo ->
                    Stream.of(
                        item(photo, names),
                        DynamoPhoto.byUserItem(photo.number("user_id"), photo.text("photo_id"))))
            .toList());
  }

  private Map<String, AttributeValue> item(Row row, Map<Long, String> names) {
    NewPhoto photo = PhotoRows.photo(row);
    Map<String, AttributeValue> item =
        DynamoPhoto.item(photo, names.getOrDefault(photo.userId(), ""), PhotoRows.createdAt(row));
    item.put("likes", n(row.number("likes")));
    item.put("comment_count", n(row.number("comment_count")));
    if (row.number("comment_count") > 0) {
      newestComment(photo.photoId()).forEach(comment -> show(item, comment));
    }
    return item;
  }

  private List<Map<String, AttributeValue>> newestComment(String photoId) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(tables.comments())
                    .keyConditionExpression("PK = :photo AND begins_with(SK, :kind)")
                    .expressionAttributeValues(
                        Map.of(":photo", s(DynamoPhoto.partition(photoId)), ":kind", s("COMMENT#")))
                    .scanIndexForward(false)
                    .limit(1)
                    .consistentRead(true))
        .items();
  }

  private static void show(Map<String, AttributeValue> item, Map<String, AttributeValue> comment) {
    Map<String, AttributeValue> remark = new HashMap<>(comment);
    remark.keySet().retainAll(REMARK);
    item.put("latest_comment", AttributeValue.fromM(remark));
    item.put("last_comment_at", Objects.requireNonNull(comment.get("created_at")));
  }
}
