package lumina.move;

import java.util.List;
import java.util.Map;
import lumina.photo.PhotoSearch;
import lumina.photo.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/// Puts photos into the index: their rows, tags and search words.
@Component
@ConditionalOnNotWebApplication
class PhotoIndexing {
  private final Transactions transactions;
  private final NamedParameterJdbcTemplate sql;
  private final PhotoSearch search;

  PhotoIndexing(Transactions transactions, PhotoSearch search) {
    this.transactions = transactions;
    this.sql = transactions.sql();
    this.search = search;
  }

  /// All of them appear, or none.
  ///
  /// @param names of the owners, by their ids
  void replace(List<Row> photos, Map<Long, String> names) {
    transactions
        .writing()
        .executeWithoutResult(
            status -> {
              takeOut(photos);
              put(photos, names);
            });
  }

  void remove(List<Row> photos) {
    transactions.writing().executeWithoutResult(status -> takeOut(photos));
  }

  private void takeOut(List<Row> photos) {
    SqlParameterSource[] positions = values(photos);
    sql.batchUpdate("DELETE FROM photo_tags WHERE position = :position", positions);
    sql.batchUpdate("DELETE FROM photos WHERE photo_id = :photo_id", positions);
    photos.forEach(photo -> search.remove(photo.number("position")));
  }

  private void put(List<Row> photos, Map<Long, String> names) {
    sql.batchUpdate(
        """
        INSERT INTO photos (position, photo_id, user_id, topic, topic_key, audience, format)
        VALUES (:position, :photo_id, :user_id, :topic, :topic_key, :audience, :format)
        """,
        values(photos));
    for (Row photo : photos) {
      long position = photo.number("position");
      Words words = PhotoRows.words(photo);
      sql.batchUpdate(
          "INSERT INTO photo_tags VALUES (:tag, :position)",
          words.tags().stream()
              .map(tag -> new MapSqlParameterSource(Map.of("tag", tag, "position", position)))
              .toArray(SqlParameterSource[]::new));
      search.write(position, words, names.getOrDefault(photo.number("user_id"), ""));
    }
  }

  private static SqlParameterSource[] values(List<Row> photos) {
    return photos.stream()
        .map(
            photo ->
                new MapSqlParameterSource(photo.named())
                    .addValue("topic_key", Words.key(photo.text("topic"))))
        .toArray(SqlParameterSource[]::new);
  }
}
