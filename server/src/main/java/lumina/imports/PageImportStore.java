package lumina.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lumina.access.Audience;
import lumina.id.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores imports from pages, in SQL on every backend.
@Repository
class PageImportStore {
  private static final Duration KEPT = Duration.ofDays(7);

  /// After this nobody is sending its files any more.
  private static final Duration SENDING = Duration.ofHours(1);

  private final JdbcClient sql;
  private final Clock clock;

  PageImportStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private static PageImport read(ResultSet row, int number) throws SQLException {
    return new PageImport(
        row.getString("import_id"),
        row.getLong("user_id"),
        ImportState.stored(row.getString("state")),
        Audience.stored(row.getString("audience")),
        row.getInt("albums") == 1,
        row.getInt("files"),
        new ImportCounts(
            row.getLong("added"),
            row.getLong("here_already"),
            row.getLong("not_read"),
            row.getLong("no_file")),
        row.getLong("created_at"));
  }

  /// @return the id of the new import
  String add(long owner, Audience audience, boolean albums) {
    long now = clock.millis();
    String id = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO imports
              (import_id, user_id, state, audience, albums, created_at, updated_at)
            VALUES (:id, :owner, :state, :audience, :albums, :now, :now)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("state", ImportState.RECEIVING.word())
        .param("audience", audience.word())
        .param("albums", albums ? 1 : 0)
        .param("now", now)
        .update();
    return id;
  }

  Optional<PageImport> find(String importId) {
    return sql.sql("SELECT * FROM imports WHERE import_id = :id")
        .param("id", importId)
        .query(PageImportStore::read)
        .optional();
  }

  /// The imports of a person that are kept, newest first.
  List<PageImport> of(long owner, int most) {
    return sql.sql(
            "SELECT * FROM imports WHERE user_id = :owner ORDER BY created_at DESC LIMIT :most")
        .param("owner", owner)
        .param("most", most)
        .query(PageImportStore::read)
        .list();
  }

  /// Notes that bytes of a file are arriving, or that files have arrived.
  ///
  /// @param files how many more
  void receiving(String importId, int files) {
    sql.sql(
            """
            UPDATE imports SET files = files + :files, updated_at = :now WHERE import_id = :id
            """)
        .param("files", files)
        .param("now", clock.millis())
        .param("id", importId)
        .update();
  }

  /// The oldest import of a person that was begun, but whose files nobody sends any more.
  Optional<PageImport> abandoned(long owner) {
    return sql.sql(
            """
            SELECT * FROM imports
            WHERE user_id = :owner AND state = :state AND updated_at < :before
            ORDER BY created_at LIMIT 1
            """)
        .param("owner", owner)
        .param("state", ImportState.RECEIVING.word())
        .param("before", clock.millis() - SENDING.toMillis())
        .query(PageImportStore::read)
        .optional();
  }

  /// @return false if it is in another state
  boolean move(String importId, ImportState from, ImportState to) {
    return sql.sql(
                """
                UPDATE imports SET state = :to, updated_at = :now
                WHERE import_id = :id AND state = :from
                """)
            .param("to", to.word())
            .param("now", clock.millis())
            .param("id", importId)
            .param("from", from.word())
            .update()
        > 0;
  }

  void count(String importId, ImportCounts counts) {
    sql.sql(
            """
            UPDATE imports SET added = :added, here_already = :here, not_read = :not_read,
              no_file = :no_file, updated_at = :now
            WHERE import_id = :id
            """)
        .param("added", counts.added())
        .param("here", counts.hereAlready())
        .param("not_read", counts.notRead())
        .param("no_file", counts.noFile())
        .param("now", clock.millis())
        .param("id", importId)
        .update();
  }

  /// Those that nobody has touched for a week.
  List<PageImport> old() {
    return sql.sql("SELECT * FROM imports WHERE updated_at < :before LIMIT 1000")
        .param("before", clock.millis() - KEPT.toMillis())
        .query(PageImportStore::read)
        .list();
  }

  /// @return false if it is gone already, or another file has arrived
  boolean remove(PageImport old) {
    return sql.sql("DELETE FROM imports WHERE import_id = :id AND files = :files")
            .param("id", old.importId())
            .param("files", old.files())
            .update()
        > 0;
  }
}
