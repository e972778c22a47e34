package lumina.transfer.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.id.TimeOrderedId;
import lumina.photo.IndexEntry;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Photos, as the index and what is said about them make them up. One that is not in both is
/// nowhere.
///
/// What is said is written first: with its row in the index, a photo appears.
@Component
@ConditionalOnNotWebApplication
public class PhotoRecords implements Records {
  private static final String SELECT = "SELECT * FROM photos ";

  private final JdbcClient sql;
  private final PhotoItems items;
  private final PhotoTexts words;
  private final PhotoIndexing indexing;
  private final SqlNames names;

  PhotoRecords(
      JdbcClient sql, PhotoItems items, PhotoTexts words, PhotoIndexing indexing, SqlNames names) {
    this.sql = sql;
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
    return page(0).isEmpty();
  }

  private record Entry(IndexEntry index, String derivedBy) {
    static Entry read(ResultSet row, int number) throws SQLException {
      return new Entry(IndexEntry.read(row, number), row.getString("derived_by"));
    }

    String photoId() {
      return index.photoId();
    }
  }

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<Entry> page = page(Long.MIN_VALUE);
    while (!page.isEmpty()) {
      taker.accept(whole(page));
      page = page(page.getLast().index().position());
    }
  }

  private List<Entry> page(long after) {
    return sql.sql(SELECT + "WHERE position > :after ORDER BY position LIMIT :rows")
        .param("after", after)
        .param("rows", PAGE)
        .query(Entry::read)
        .list();
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    return rows.isEmpty()
        ? List.of()
        : whole(
            sql.sql(SELECT + "WHERE photo_id IN (:ids)")
                .param("ids", ids(rows))
                .query(Entry::read)
                .list());
  }

  private static Collection<String> ids(List<EntityRecord> rows) {
    return rows.stream().map(row -> row.text("photo_id")).toList();
  }

  private List<EntityRecord> whole(List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<String, PhotoItem> said =
        items.read(
            0,
            entries.stream()
                .collect(Collectors.toMap(Entry::photoId, entry -> entry.index().revision())));
    return entries.stream()
        .flatMap(
            entry -> Stream.ofNullable(said.get(entry.photoId())).map(item -> row(entry, item)))
        .toList();
  }

  private static EntityRecord row(Entry entry, PhotoItem item) {
    IndexEntry index = entry.index();
    Columns columns = new Columns();
    item.details(index.topic()).write(columns);
    columns.text("photo_id", index.photoId());
    columns.number("position", index.position());
    columns.number("user_id", index.userId());
    columns.text("audience", index.audience().word());
    columns.text("format", index.format().name());
    columns.number("version", index.version());
    columns.text("derived_by", entry.derivedBy());
    columns.text("clean", index.clean().word());
    columns.text("file_name", index.fileName());
    columns.number("likes", item.likes());
    columns.number("comment_count", item.commentCount());
    return EntityRecord.of(Entity.PHOTOS, columns.values());
  }

  /// The photo of a row, without files.
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
    return TimeOrderedId.timeOf(row.number("position"));
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

  /// A row of the index may be there whose photo was nowhere.
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
