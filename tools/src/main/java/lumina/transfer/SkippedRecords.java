package lumina.transfer;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records that the target could not store: they are reported, stored in a list, and excluded from
/// the comparison.
class SkippedRecords {
  private static final int MAX_REASON_LENGTH = 500;

  private final JdbcClient sql;
  private final Set<String> keys = new HashSet<>();

  SkippedRecords(JdbcClient sql) {
    this.sql = sql;
    sql.sql("SELECT kind, row_key FROM left_out")
        .query((row, n) -> key(row.getString(1), row.getString(2)))
        .list()
        .forEach(keys::add);
  }

  /// Forgets the records that an earlier attempt skipped.
  void clear() {
    keys.clear();
    sql.sql("DELETE FROM left_out").update();
  }

  void add(EntityRecord row, String reason) {
    if (keys.add(key(row))) {
      sql.sql("INSERT INTO left_out (kind, row_key, reason) VALUES (:kind, :key, :reason)")
          .param("kind", row.kind().name())
          .param("key", row.key().toString())
          .param("reason", reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)))
          .update();
    }
  }

  /// Also true for records that belong to a skipped photo.
  boolean has(EntityRecord row) {
    return keys.contains(key(row))
        || (row.kind().isOfPhoto()
            && keys.contains(key(Entity.PHOTOS.name(), "[" + row.text("photo_id") + "]")));
  }

  private static String key(EntityRecord row) {
    return key(row.kind().name(), row.key().toString());
  }

  private static String key(String kind, String key) {
    return kind + key;
  }

  int count() {
    return keys.size();
  }
}
