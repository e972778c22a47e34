package lumina.transfer.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.access.Audience;
import lumina.id.TimeOrderedId;
import lumina.media.DerivedImage;
import lumina.photo.detail.NewPhoto;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoText;
import lumina.photo.detail.StrippedOriginal;
import lumina.transfer.Entity;
import lumina.transfer.EntityRecord;
import lumina.transfer.ImageFiles;
import lumina.transfer.PhotoTexts;
import lumina.transfer.Records;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Photos, as the index and what is said about them make them up. One that is not in both is
/// nowhere.
///
/// What is said is written first: with its row in the index, a photo appears.
@Component
@ConditionalOnNotWebApplication
public class PhotoRecords implements Records {
  private static final String SELECT =
      "SELECT photo_id, position, user_id, topic, audience, format, revision, version, derived_by,"
          + " clean, file_name FROM photos ";

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

  private record Entry(
      String photoId,
      long position,
      long userId,
      String topic,
      String audience,
      String format,
      long revision,
      long version,
      String derivedBy,
      String clean,
      String fileName) {}

  @Override
  public void each(Consumer<List<EntityRecord>> taker) {
    List<Entry> page = page(Long.MIN_VALUE);
    while (!page.isEmpty()) {
      taker.accept(whole(page));
      page = page(page.getLast().position());
    }
  }

  private List<Entry> page(long after) {
    return sql.sql(SELECT + "WHERE position > :after ORDER BY position LIMIT :rows")
        .param("after", after)
        .param("rows", PAGE)
        .query(new DataClassRowMapper<>(Entry.class))
        .list();
  }

  @Override
  public List<EntityRecord> among(List<EntityRecord> rows) {
    return rows.isEmpty()
        ? List.of()
        : whole(
            sql.sql(SELECT + "WHERE photo_id IN (:ids)")
                .param("ids", ids(rows))
                .query(new DataClassRowMapper<>(Entry.class))
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
        items.read(0, entries.stream().collect(Collectors.toMap(Entry::photoId, Entry::revision)));
    return entries.stream()
        .flatMap(
            entry -> Stream.ofNullable(said.get(entry.photoId())).map(item -> row(entry, item)))
        .toList();
  }

  private static EntityRecord row(Entry entry, PhotoItem item) {
    Map<String, Object> values = new HashMap<>();
    values.put("photo_id", entry.photoId());
    values.put("position", entry.position());
    values.put("user_id", entry.userId());
    values.put("topic", entry.topic());
    values.put("audience", entry.audience());
    values.put("format", entry.format());
    values.put("derived_by", entry.derivedBy());
    values.put("clean", entry.clean());
    values.put("file_name", entry.fileName());
    values.put("caption", item.caption());
    values.put("tags", String.join(",", item.tags()));
    values.put("likes", item.likes());
    values.put("comment_count", item.commentCount());
    values.put("bytes", item.bytes());
    values.put("width", (long) item.width());
    values.put("height", (long) item.height());
    values.put("placeholder", item.placeholder());
    values.put("damaged", item.damaged() ? 1L : 0L);
    values.put("animated", item.animated() ? 1L : 0L);
    values.put("version", entry.version());
    return EntityRecord.of(Entity.PHOTOS, values);
  }

  /// The photo of a row, without files.
  public static NewPhoto photo(EntityRecord row) {
    DerivedImage image =
        new DerivedImage(
            ImageFiles.format(row),
            (int) row.number("width"),
            (int) row.number("height"),
            row.text("placeholder"),
            row.flag("damaged"),
            row.flag("animated"),
            Map.of());
    String audience = row.text("audience").toUpperCase(Locale.ROOT);
    return new NewPhoto(
        row.text("photo_id"),
        row.number("user_id"),
        words(row),
        Audience.valueOf(audience),
        image,
        row.number("bytes"),
        row.text("file_name"),
        StrippedOriginal.of(row.text("clean")));
  }

  static PhotoText words(EntityRecord row) {
    String tags = row.text("tags");
    return new PhotoText(
        row.text("topic"),
        row.text("caption"),
        tags.isEmpty() ? List.of() : List.of(tags.split(",")));
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
