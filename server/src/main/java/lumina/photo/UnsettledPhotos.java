package lumina.photo;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import lumina.blob.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps image files and rows together across a crash, whatever the moment.
///
/// Files and rows cannot be written in one transaction. So a photo's id is noted here before its
/// first file is kept, and taken off by the transaction that adds its row; a removal notes it in
/// the transaction that takes the row away. What is noted at start-up has files and no row: they
/// go.
@Component
class UnsettledPhotos implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(UnsettledPhotos.class);
  private final JdbcClient sql;
  private final BlobStore blobs;
  private final Clock clock;

  UnsettledPhotos(JdbcClient sql, BlobStore blobs, Clock clock) {
    this.sql = sql;
    this.blobs = blobs;
    this.clock = clock;
  }

  /// Says that files of this photo are about to be kept.
  void note(String photoId) {
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :now)")
        .param("id", photoId)
        .param("now", clock.millis())
        .update();
  }

  /// Deletes the files of a photo that has no row (any more). If that fails, the next start tries
  /// again.
  void discard(String photoId) {
    try {
      blobs.deleteAll(Photo.keyPrefix(photoId));
      sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id").param("id", photoId).update();
    } catch (IOException e) {
      log.warn("Files of {} could not be deleted; the next start tries again", photoId, e);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> left =
        sql.sql("SELECT photo_id FROM unsettled_photos").query((row, n) -> row.getString(1)).list();
    left.forEach(this::discard);
    if (!left.isEmpty()) {
      log.info("Cleaned up after {} uploads or deletions that were cut off", left.size());
    }
  }
}
