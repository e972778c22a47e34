package lumina.photo.detail;

import lumina.storage.LocalBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How many likes and comments a photo has, in SQLite: counted with it, so that no list counts.
@Repository
@LocalBackend
public class SqlPhotoCounts {
  private final JdbcClient sql;

  SqlPhotoCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /// 0 for a photo that is not there.
  public long likes(String photoId) {
    return sql.sql("SELECT likes FROM photo_items WHERE photo_id = :photo")
        .param("photo", photoId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// @param change how many there are more, negative for fewer
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
