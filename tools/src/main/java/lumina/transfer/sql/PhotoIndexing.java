package lumina.transfer.sql;

import java.util.List;
import java.util.Map;
import lumina.photo.PhotoRows;
import lumina.photo.PhotoSearch;
import lumina.photo.detail.PhotoText;
import lumina.transfer.EntityRecord;
import lumina.transfer.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// Adds photos to the index: their rows, tags and search words.
///
/// Like an upload, it first marks them as pending, since their files exist before their rows. If a
/// photo never arrives (it was deleted meanwhile), its mark lets the server sweep the rest of it
/// after the move.
@Component
@ConditionalOnNotWebApplication
class PhotoIndexing {
  /// No server sweeps a mark of this time.
  private static final long WHILE_MOVING = Long.MAX_VALUE;

  private static final String UNNOTE = "DELETE FROM unsettled_photos WHERE photo_id = :photo_id";

  private final Transactions transactions;
  private final NamedParameterJdbcTemplate sql;
  private final PhotoRows rows;
  private final PhotoSearch search;

  PhotoIndexing(Transactions transactions, PhotoRows rows, PhotoSearch search) {
    this.transactions = transactions;
    this.sql = transactions.sql();
    this.rows = rows;
    this.search = search;
  }

  /// @param photos that are not in the index, and whose files are about to be copied
  void note(List<EntityRecord> photos) {
    transactions.writing().executeWithoutResult(status -> putNotes(photos));
  }

  private void putNotes(List<EntityRecord> photos) {
    sql.batchUpdate(UNNOTE, values(photos));
    sql.batchUpdate("INSERT INTO unsettled_photos VALUES (:photo_id, :since)", values(photos));
  }

  /// Lets the server sweep the remaining marks.
  void finish() {
    sql.update(
        "UPDATE unsettled_photos SET since = 0 WHERE since = :since",
        Map.of("since", WHILE_MOVING));
  }

  /// Adds all of them, or none.
  ///
  /// @param names of the owners, by id
  void replace(List<EntityRecord> photos, Map<Long, String> names) {
    transactions
        .writing()
        .executeWithoutResult(
            status -> {
              takeOut(photos);
              put(photos, names);
            });
  }

  void remove(List<EntityRecord> photos) {
    transactions
        .writing()
        .executeWithoutResult(
            status -> {
              takeOut(photos);
              putNotes(photos);
            });
  }

  private void takeOut(List<EntityRecord> photos) {
    rows.remove(columns(photos));
    photos.forEach(photo -> search.remove(photo.number("sort_key")));
  }

  private void put(List<EntityRecord> photos, Map<Long, String> names) {
    rows.insert(columns(photos));
    sql.batchUpdate(UNNOTE, values(photos));
    for (EntityRecord photo : photos) {
      long sortKey = photo.number("sort_key");
      PhotoText text = PhotoRecords.details(photo).text();
      rows.tag(sortKey, text.tags());
      search.write(sortKey, text, names.getOrDefault(photo.number("user_id"), ""));
    }
  }

  private static List<Map<String, @Nullable Object>> columns(List<EntityRecord> photos) {
    return photos.stream().map(EntityRecord::named).toList();
  }

  private static SqlParameterSource[] values(List<EntityRecord> photos) {
    return photos.stream()
        .map(photo -> new MapSqlParameterSource(photo.named()).addValue("since", WHILE_MOVING))
        .toArray(SqlParameterSource[]::new);
  }
}
