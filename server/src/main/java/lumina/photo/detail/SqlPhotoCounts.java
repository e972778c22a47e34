package lumina.photo.detail;

import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores the numbers of likes and comments of each photo in SQLite, so that lists need not count
/// them.
@Repository
@LocalBackend
public class SqlPhotoCounts {
  private final JdbcClient sql;

  SqlPhotoCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /// Returns 0 for a photo that does not exist.
  public long likes(String photoId) {
    return sql.sql("SELECT likes FROM photo_items WHERE photo_id = :photo")
        .param("photo", photoId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// @param change the difference, negative for fewer
  public void changeLikes(String photoId, int change) {
    sql.sql("UPDATE photo_items SET likes = likes + :change WHERE photo_id = :photo")
        .param("change", change)
        .param("photo", photoId)
        .update();
  }

  public void setComments(String photoId, long count) {
    sql.sql("UPDATE photo_items SET comment_count = :count WHERE photo_id = :photo")
        .param("count", count)
        .param("photo", photoId)
        .update();
  }
}
