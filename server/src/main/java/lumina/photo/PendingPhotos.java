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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Keeps image files, items and the index consistent after a crash at any moment.
///
/// They cannot be written in one transaction. So an upload marks a photo as pending before it
/// writes the first file, and the transaction that adds the photo to the index removes the mark; a
/// deletion marks it in the transaction that removes it from the index. A pending photo is not in
/// the index, and is swept ([PhotoSweep]).
@Component
public class PendingPhotos {
  private static final Logger logger = LoggerFactory.getLogger(PendingPhotos.class);

  /// A slower upload finds its photo swept and is refused. Requests to S3 that were given up have
  /// arrived by then, or never will.
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final PhotoItems items;
  private final PhotoFiles files;
  private final Clock clock;
  private final @Nullable WriteAheadLog log;

  /// @param clock that of the machine, since a photo of an earlier day is no slow upload
  PendingPhotos(
      JdbcClient sql,
      PhotoItems items,
      PhotoFiles files,
      @Qualifier("clock") Clock clock,
      ObjectProvider<WriteAheadLog> log) {
    this.sql = sql;
    this.items = items;
    this.files = files;
    this.clock = clock;
    this.log = log.getIfAvailable();
  }

  /// Marks a photo as pending before its files are written; the mark survives a power cut.
  public void note(String photoId) throws IOException {
    sql.sql("INSERT INTO unsettled_photos VALUES (:id, :now)")
        .param("id", photoId)
        .param("now", clock.millis())
        .update();
    flush();
  }

  private void flush() throws IOException {
    if (log != null) {
      log.flush();
    }
  }

  /// Deletes the leftovers of a failed upload, unless its photo is in the index: the commit may
  /// have succeeded although its answer was lost.
  public void giveUp(String photoId, Predicate<String> isInIndex) {
    try {
      // Waits for a commit that is still running.
      sql.sql("UPDATE unsettled_photos SET since = since WHERE photo_id = :id")
          .param("id", photoId)
          .update();
      if (!isInIndex.test(photoId)) {
        discard(photoId);
      }
    } catch (DataAccessException | TransactionException down) {
      logger.warn("Failed upload {} could not be cleaned up, the sweep retries", photoId, down);
    }
  }

  /// Deletes everything of a photo that is not (or no longer) in the index. If that fails, the
  /// photo is swept later. In the cloud it is swept in any case: a request to S3 that was given up
  /// may still arrive after this, and write a file.
  public void discard(String photoId) {
    discard(photoId, log != null);
  }

  private void discard(String photoId, boolean forGood) {
    try {
      flush(); // otherwise a power cut could bring back the photo, without its files
      items.remove(photoId);
      files.delete(photoId);
      if (forGood) {
        sql.sql("DELETE FROM unsettled_photos WHERE photo_id = :id").param("id", photoId).update();
      } else {
        sql.sql("UPDATE unsettled_photos SET since = :now WHERE photo_id = :id")
            .param("id", photoId)
            .param("now", clock.millis())
            .update();
      }
    } catch (IOException | RuntimeException e) {
      logger.warn("Files of photo {} could not be deleted, the sweep retries", photoId, e);
    }
  }

  /// Discards all pending photos, except those that other processes may still be uploading or that
  /// were discarded a moment ago.
  ///
  /// @param alone whether this is the only process
  /// @return the number of discarded photos
  public int sweep(boolean alone) {
    long old = clock.millis() - (alone ? 0 : UPLOAD_TIMEOUT.toMillis());
    List<String> left =
        sql.sql(
                "SELECT photo_id FROM unsettled_photos WHERE since <= :old ORDER BY since LIMIT 1000")
            .param("old", old)
            .query((row, n) -> row.getString(1))
            .list();
    left.forEach(photoId -> discard(photoId, true));
    return left.size();
  }
}
