package lumina.photo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import lumina.photo.detail.PhotoItems;
import lumina.storage.sqlite.WriteAheadLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps image files, items and the index together across a crash, whatever the moment.
///
/// They cannot be written in one transaction. So a photo's id is noted here before its first file
/// is kept, and taken off by the transaction that puts it into the index; a removal notes it in the
/// transaction that takes it out. What stays noted is in no index, and is swept ([PhotoSweep]).
@Component
public class PendingPhotos {
  private static final Logger logger = LoggerFactory.getLogger(PendingPhotos.class);

  /// An upload that takes longer finds its note gone and is refused.
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final PhotoItems items;
  private final PhotoFiles files;
  private final Clock clock;
  private final @Nullable WriteAheadLog log;

  PendingPhotos(
      JdbcClient sql,
      PhotoItems items,
      PhotoFiles files,
      Clock clock,
      ObjectProvider<WriteAheadLog> log) {
    this.sql = sql;
    this.items = items;
    this.files = files;
    this.clock = clock;
    this.log = log.getIfAvailable();
  }

  /// Says that files of this photo are about to be kept; also a power cut does not forget it.
  public void note(String photoId) throws IOException {
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :now)")
        .param("id", photoId)
        .param("now", clock.millis())
        .update();
    settled();
  }

  /// Waits until a photo that was added outlives a power cut, too.
  public void settled() throws IOException {
    if (log != null) {
      log.flush();
    }
  }

  /// Takes away what a failed upload left, unless its photo is in the index all the same: only the
  /// answer to its commit may have been lost.
  public void giveUp(String photoId, Predicate<String> isInIndex) {
    try {
      // Waits for a commit that is still under way.
      sql.sql("UPDATE unsettled_photos SET since = since WHERE photo_id = :id")
          .param("id", photoId)
          .update();
      if (!isInIndex.test(photoId)) {
        discard(photoId);
      }
    } catch (DataAccessException | TransactionException down) {
      logger.warn("What is left of {}, if anything, is taken away later", photoId, down);
    }
  }

  /// Takes away all that is left of a photo that is not in the index (any more). If that fails, it
  /// is swept later.
  public void discard(String photoId) {
    try {
      items.remove(photoId);
      files.delete(photoId);
      sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id").param("id", photoId).update();
    } catch (IOException | RuntimeException e) {
      logger.warn("What is left of {} could not be taken away; it is tried again", photoId, e);
    }
  }

  /// Takes away all that is noted, but for what others may still be uploading.
  ///
  /// @param alone whether nobody else can be
  /// @return how many there were
  public int sweep(boolean alone) {
    long old = clock.millis() - (alone ? 0 : UPLOAD_TIMEOUT.toMillis());
    List<String> left =
        sql.sql(
                "SELECT photo_id FROM unsettled_photos WHERE since <= :old ORDER BY since LIMIT 1000")
            .param("old", old)
            .query((row, n) -> row.getString(1))
            .list();
    left.forEach(this::discard);
    return left.size();
  }
}
