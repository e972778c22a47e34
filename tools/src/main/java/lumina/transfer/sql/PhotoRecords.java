package lumina.transfer.sql;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.id.SortKey;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.PhotoRows.Row;
import lumina.photo.detail.Columns;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoDetails;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.StrippedOriginal;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.ImageFiles;
import lumina.transfer.PhotoTexts;
import lumina.transfer.Records;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Reads and writes photos: the index and the details together make a record. A photo that is not
/// in both does not exist.
///
/// It writes the details first: the row in the index makes a photo visible.
@Component
@ConditionalOnNotWebApplication
public class PhotoRecords implements Records {
  private final PhotoRows index;
  private final PhotoItems items;
  private final PhotoTexts words;
  private final PhotoIndexing indexing;
  private final SqlNames names;

  PhotoRecords(
      PhotoRows index, PhotoItems items, PhotoTexts words, PhotoIndexing indexing, SqlNames names) {
    this.index = index;
    this.items = items;
    this.words = words;
    this.indexing = indexing;
    this.names = names;
  }

  @Override
  public Entity kind() {
    return Entity.PHOTOS;
  }

  @Override
  public boolean isEmpty() {
    return index.after(0, PAGE).isEmpty();
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<Row> page = index.after(Long.MIN_VALUE, PAGE);
    while (!page.isEmpty()) {
      taker.accept(whole(page));
      page = index.after(page.getLast().entry().sortKey(), PAGE);
    }
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    return whole(index.among(ids(rows)));
  }

  private static Collection<String> ids(List<EntityRecord> rows) {
    return rows.stream().map(row -> row.text("photo_id")).toList();
  }

  private List<EntityRecord> whole(List<Row> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<String, PhotoItem> said =
        items.read(
            0,
            entries.stream()
                .collect(
                    Collectors.toMap(row -> row.entry().photoId(), row -> row.entry().revision())));
    return entries.stream()
        .flatMap(
            row ->
                Stream.ofNullable(said.get(row.entry().photoId())).map(item -> record(row, item)))
        .toList();
  }

  private static EntityRecord record(Row row, PhotoItem item) {
    IndexEntry entry = row.entry();
    Columns columns = new Columns();
    item.details(entry.topic()).write(columns);
    columns.text("photo_id", entry.photoId());
    columns.number("sort_key", entry.sortKey());
    columns.number("user_id", entry.userId());
    columns.text("audience", entry.audience().word());
    columns.text("format", entry.format().name());
    columns.number("version", entry.version());
    columns.text("derived_by", row.derivedBy());
    columns.text("clean", entry.clean().word());
    columns.text("file_name", entry.fileName());
    columns.number("likes", item.likes());
    columns.number("comment_count", item.commentCount());
    return EntityRecord.of(Entity.PHOTOS, columns.values());
  }

  /// Converts a record to a photo, without files.
  public static NewPhoto photo(EntityRecord row) {
    return new NewPhoto(
        row.text("photo_id"),
        row.number("user_id"),
        Audience.valueOf(row.text("audience").toUpperCase(Locale.ROOT)),
        ImageFiles.format(row),
        details(row),
        row.text("file_name"),
        StrippedOriginal.of(row.text("clean")));
  }

  static PhotoDetails details(EntityRecord row) {
    return PhotoDetails.read(new Columns(row.named()));
  }

  /// Milliseconds since 1970.
  public static long createdAt(EntityRecord row) {
    return SortKey.timeOf(row.number("sort_key"));
  }

  @Override
  public void expect(List<EntityRecord> rows) {
    Set<String> there = names.photos(ids(rows));
    indexing.note(rows.stream().filter(row -> !there.contains(row.text("photo_id"))).toList());
  }

  @Override
  public void insert(List<EntityRecord> rows) {
    update(rows);
  }

  /// The index may have a row of a photo that had no details.
  @Override
  public void update(List<EntityRecord> rows) {
    Map<Long, String> owners =
        names.people(rows.stream().map(row -> row.number("user_id")).toList());
    words.write(rows, owners);
    indexing.replace(rows, owners);
  }

  @Override
  public void finish() {
    indexing.finish();
  }

  @Override
  public void delete(List<EntityRecord> rows) {
    indexing.remove(rows);
    rows.forEach(row -> items.remove(row.text("photo_id")));
  }
}
