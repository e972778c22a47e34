package lumina.photo.detail;

import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts the changes of each photo's details in DynamoDB. The counter is in MySQL, where all
/// instances see it.
///
/// A change increments the counter after the write and before the answer. So a cached item that was
/// read after its revision is valid until the revision changes.
@Repository
@CloudBackend
public class PhotoRevisions {
  private final JdbcClient sql;

  PhotoRevisions(JdbcClient sql) {
    this.sql = sql;
  }

  /// Records that a photo was changed, or may have been.
  public void changed(String photoId) {
    sql.sql("UPDATE photos SET revision = revision + 1 WHERE photo_id = :photo")
        .param("photo", photoId)
        .update();
  }
}
