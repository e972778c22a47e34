package lumina.storage.place;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The id of this place, which never changes, and which its database, tables and files have in
/// common. It is random, but for the time of the first start.
@Component
public class PlaceId {
  private final JdbcClient sql;
  private volatile @Nullable String known;

  PlaceId(JdbcClient sql) {
    this.sql = sql;
  }

  /// Reads it from the database the first time.
  public String value() {
    String id = known;
    if (id == null) {
      id = sql.sql("SELECT place_id FROM place WHERE one = 1").query(String.class).single();
      known = id;
    }
    return id;
  }
}
