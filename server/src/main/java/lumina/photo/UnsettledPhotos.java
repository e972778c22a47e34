package lumina.photo;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import lumina.backend.WriteAheadLog;
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
  private static final Logger logger = LoggerFactory.getLogger(UnsettledPhotos.class);
  private final WriteAheadLog log;
  private final JdbcClient sql;
  private final BlobStore blobs;
  private final Clock clock;

  UnsettledPhotos(JdbcClient sql, BlobStore blobs, Clock clock, WriteAheadLog log) {
    this.log = log;
    this.sql = sql;
    this.blobs = blobs;
    this.clock = clock;
  }

  /// Says that files of this photo are about to be kept; also a power cut does not forget it.
  void note(String photoId) throws IOException {
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :now)")
        .param("id", photoId)
        .param("now", clock.millis())
        .update();
    log.flush();
  }

  /// Waits until a photo that was added outlives a power cut, too.
  void settled() throws IOException {
    log.flush();
  }

  /// Deletes the files of a photo that has no row (any more). If that fails, the next start tries
  /// again.
  void discard(String photoId) {
    try {
      blobs.delete(Photo.keys(photoId));
      sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id").param("id", photoId).update();
    } catch (IOException e) {
      logger.warn("Files of {} could not be deleted; the next start tries again", photoId, e);
    }
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> left =
        sql.sql("SELECT photo_id FROM unsettled_photos").query((row, n) -> row.getString(1)).list();
    left.forEach(this::discard);
    if (!left.isEmpty()) {
      logger.info("Cleaned up after {} uploads or deletions that were cut off", left.size());
    }
  }
}
