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

/// Puts photos into the index: their rows, tags and search words.
///
/// As for an upload, it is noted before that files of a photo may be there while it is in no index.
/// A note of a photo that never came (it was deleted meanwhile) lets the server sweep what is left
/// of it, once the move has finished.
@Component
@ConditionalOnNotWebApplication
class PhotoIndexing {
  /// No server sweeps what is noted for the end of time.
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

  /// @param photos of which files are about to be copied, and which are not in the index
  void note(List<EntityRecord> photos) {
    transactions.writing().executeWithoutResult(status -> putNotes(photos));
  }

  private void putNotes(List<EntityRecord> photos) {
    sql.batchUpdate(UNNOTE, values(photos));
    sql.batchUpdate("INSERT INTO unsettled_photos VALUES (:photo_id, :since)", values(photos));
  }

  /// Lets the server sweep what is still noted.
  void finish() {
    sql.update(
        "UPDATE unsettled_photos SET since = 0 WHERE since = :since",
        Map.of("since", WHILE_MOVING));
  }

  /// All of them appear, or none.
  ///
  /// @param names of the owners, by their ids
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
