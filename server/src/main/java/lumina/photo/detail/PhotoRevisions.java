package lumina.photo.detail;

import lumina.storage.CloudBackend;
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

  /// Says that something about this photo was changed, or may have been.
  public void changed(String photoId) {
    sql.sql("UPDATE photos SET revision = revision + 1 WHERE photo_id = :photo")
        .param("photo", photoId)
        .update();
  }
}
