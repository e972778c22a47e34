package lumina.transfer;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a move could not bring here, because it cannot be kept here: it is named, written down, and
/// counted out of the comparison.
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

  /// Forgets what an attempt before this one left out.
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

  /// What belongs to a photo that was left out is left out with it.
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
