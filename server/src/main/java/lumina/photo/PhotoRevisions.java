package lumina.photo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lumina.backend.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the changes of what DynamoDB says about each photo, in MySQL, where all instances see it.
///
/// Whoever changes something says so here after it is written and before it is answered. So what
/// was read after its revision was may be used again for as long as the revision stays.
@Repository
@CloudBackend
public class PhotoRevisions {
  private final JdbcClient sql;

  PhotoRevisions(JdbcClient sql) {
    this.sql = sql;
  }

  /// By photo id; those that are not in the index are not in it.
  Map<String, Long> of(Collection<String> photoIds) {
    Map<String, Long> revisions = new HashMap<>();
    sql.sql("SELECT photo_id, revision FROM photos WHERE photo_id IN (:photos)")
        .param("photos", photoIds)
        .query(
            row -> {
              revisions.put(row.getString("photo_id"), row.getLong("revision"));
            });
    return revisions;
  }

  /// Says that something about this photo was changed, or may have been.
  public void changed(String photoId) {
    sql.sql("UPDATE photos SET revision = revision + 1 WHERE photo_id = :photo")
        .param("photo", photoId)
        .update();
  }
}
