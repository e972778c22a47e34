package lumina.transfer.dynamo;

import static lumina.storage.dynamo.Dynamo.n;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lumina.comment.DynamoComment;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.detail.Columns;
import lumina.photo.detail.DynamoPhoto;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItemRows;
import lumina.photo.detail.PhotoItems;
import lumina.storage.dynamo.DynamoKey;
import lumina.transfer.EntityRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps details of photos to items, which repeat a part of the index and the newest comment. Both
/// are already there.
record DynamoPhotoMapping(DynamoStores stores, PhotoItems photos) implements DynamoMapping {
  @Override
  public Map<String, ? extends @Nullable Object> read(Map<String, AttributeValue> item) {
    PhotoItem photo = DynamoPhoto.read(item);
    Columns columns = new Columns();
    photo.details().write(columns);
    columns.text("photo_id", photo.photoId());
    photo.writeReactions(columns);
    columns.number("comment_count", photo.commentCount());
    return columns.values();
  }

  @Override
  public DynamoKey key(EntityRecord row) {
    return DynamoPhoto.meta(row.text("photo_id"));
  }

  @Override
  public List<Map<String, AttributeValue>> items(EntityRecord row, String author) {
    IndexEntry entry = entry(row.text("photo_id"));
    Map<String, AttributeValue> item =
        DynamoPhoto.item(photo(entry, row), owner(entry), entry.createdAt());
    PhotoItemRows.counts().forEach(name -> item.put(name, n(row.number(name))));
    item.put("comment_count", n(row.number("comment_count")));
    newestComment(entry, row).ifPresent(newest -> show(item, newest));
    return List.of(item, DynamoPhoto.byUserItem(entry.userId(), entry.photoId()));
  }

  private IndexEntry entry(String photoId) {
    return stores.photos().among(List.of(photoId)).stream()
        .map(PhotoRows.Row::entry)
        .findAny()
        .orElseThrow(() -> new DataIntegrityViolationException("The photo is not in the index"));
  }

  private static NewPhoto photo(IndexEntry entry, EntityRecord row) {
    PhotoDetails details = PhotoDetails.read(new Columns(row.values()));
    return new NewPhoto(
        entry.photoId(),
        entry.userId(),
        entry.audience(),
        entry.format(),
        details.with(details.text().under(entry.topic())),
        entry.fileName(),
        entry.checksum(),
        entry.clean(),
        entry.playback());
  }

  private String owner(IndexEntry entry) {
    return stores.users().names(List.of(entry.userId())).getOrDefault(entry.userId(), "");
  }

  private Optional<PhotoItem.LatestComment> newestComment(IndexEntry entry, EntityRecord row) {
    return row.number("comment_count") == 0
        ? Optional.empty()
        : photos.latestExcept(Set.of(), entry.photoId());
  }

  private static void show(Map<String, AttributeValue> item, PhotoItem.LatestComment newest) {
    Map<String, AttributeValue> remark =
        DynamoComment.remark(
            newest.commentId(), newest.userId(), newest.text(), newest.createdAt());
    item.put("latest_comment", AttributeValue.fromM(remark));
    item.put("last_comment_at", n(newest.createdAt()));
  }
}
