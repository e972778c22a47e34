package lumina.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Records that the target could not store: they are reported, stored in a list, and excluded from
/// the comparison.
@Repository
@ConditionalOnNotWebApplication
class SkippedRecords {
  private static final int MAX_REASON_LENGTH = 500;

  private final JdbcClient sql;
  private final Set<String> keys;

  SkippedRecords(JdbcClient sql) {
    this.sql = sql;
    this.keys =
        new HashSet<>(
            sql.sql("SELECT kind, row_key FROM left_out")
                .query((row, n) -> row.getString("kind") + row.getString("row_key"))
                .list());
  }

  /// Forgets the records that an earlier attempt skipped.
  void clear() {
    keys.clear();
    sql.sql("DELETE FROM left_out").update();
  }

  void add(EntityRecord row, String reason) {
    if (keys.add(key(row.kind(), row.key()))) {
      sql.sql("INSERT INTO left_out (kind, row_key, reason) VALUES (:kind, :key, :reason)")
          .param("kind", row.kind().name())
          .param("key", row.key().toString())
          .param("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)))
          .update();
    }
  }

  /// Also true for records that belong to a skipped photo.
  boolean has(EntityRecord row) {
    return keys.contains(key(row.kind(), row.key()))
        || row.photo()
            .filter(photo -> keys.contains(key(Entity.PHOTOS, List.of(photo))))
            .isPresent();
  }

  private static String key(Entity kind, List<?> key) {
    return kind.name() + key;
  }

  int count() {
    return keys.size();
  }
}
