package lumina.move;

import static lumina.backend.Dynamo.n;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lumina.backend.CloudBackend;
import lumina.backend.Dynamo;
import lumina.backend.DynamoTables;
import lumina.comment.DynamoComment;
import lumina.photo.DynamoPhoto;
import lumina.photo.NewPhoto;
import lumina.photo.PhotoItem;
import lumina.photo.PhotoItems;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What is said about photos, in DynamoDB. Their comments are there already: the newest one is
/// shown with the photo.
@Component
@CloudBackend
@ConditionalOnNotWebApplication
class DynamoPhotoWords implements PhotoWords {

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoItems items;

  DynamoPhotoWords(Dynamo dynamo, DynamoTables tables, PhotoItems items) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.items = items;
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
      items.latestExcept(Set.of(), photo.photoId()).ifPresent(newest -> show(item, newest));
    }
    return item;
  }

  private static void show(Map<String, AttributeValue> item, PhotoItem.Remark newest) {
    Map<String, AttributeValue> remark =
        DynamoComment.remark(
            newest.commentId(), newest.userId(), newest.text(), newest.createdAt());
    item.put("latest_comment", AttributeValue.fromM(remark));
    item.put("last_comment_at", n(newest.createdAt()));
  }
}
