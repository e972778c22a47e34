package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lumina.comment.DynamoComment;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.storage.CloudBackend;
import lumina.storage.dynamo.Dynamo;
import lumina.storage.dynamo.DynamoTables;
import lumina.transfer.EntityRecord;
import lumina.transfer.PhotoTexts;
import lumina.transfer.sql.PhotoRecords;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writes the details of photos to DynamoDB. Their comments are already there: the item of a photo
/// includes the newest one.
@Component
@CloudBackend
@ConditionalOnNotWebApplication
class DynamoPhotoTexts implements PhotoTexts {

  private final Dynamo dynamo;
  private final DynamoTables tables;
  private final PhotoItems items;

  DynamoPhotoTexts(Dynamo dynamo, DynamoTables tables, PhotoItems items) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.items = items;
  }

  @Override
  public void write(List<EntityRecord> photos, Map<Long, String> names) {
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

  private Map<String, AttributeValue> item(EntityRecord row, Map<Long, String> names) {
    NewPhoto photo = PhotoRecords.photo(row);
    Map<String, AttributeValue> item =
        DynamoPhoto.item(
            photo, names.getOrDefault(photo.userId(), ""), PhotoRecords.createdAt(row));
    item.put("likes", n(row.number("likes")));
    item.put("comment_count", n(row.number("comment_count")));
    if (row.number("comment_count") > 0) {
      items.latestExcept(Set.of(), photo.photoId()).ifPresent(newest -> show(item, newest));
    }
    return item;
  }

  private static void show(Map<String, AttributeValue> item, PhotoItem.LatestComment newest) {
    Map<String, AttributeValue> remark =
        DynamoComment.remark(
            newest.commentId(), newest.userId(), newest.text(), newest.createdAt());
    item.put("latest_comment", AttributeValue.fromM(remark));
    item.put("last_comment_at", n(newest.createdAt()));
  }
}
