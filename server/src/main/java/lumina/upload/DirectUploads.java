package lumina.upload;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lumina.storage.CloudBackend;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Stores who may complete which direct upload. It uses rows and not signed tickets: instances need
/// no shared secret, and the sweep finds uploads that were never completed.
@Repository
@CloudBackend
class DirectUploads {
  /// @param s3UploadId its id in the blob store
  /// @param size in bytes, as announced
  /// @param photoId the photo made of it, null before that
  record Ticket(String id, String s3UploadId, long size, @Nullable String photoId) {}

  // Decoding has a shorter limit, so an older claim belongs to a dead process.
  private static final Duration CLAIM_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient sql;
  private final Clock clock;

  DirectUploads(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(Ticket ticket, long userId) {
    sql.sql(
            """
            INSERT INTO direct_uploads (id, user_id, s3_upload_id, size, claimed_at, created_at)
            VALUES (:id, :user, :name, :size, 0, :now)
            """)
        .param("id", ticket.id())
        .param("user", userId)
        .param("name", ticket.s3UploadId())
        .param("size", ticket.size())
        .param("now", clock.millis())
        .update();
  }

  Optional<Ticket> find(long userId, String id) {
    return sql.sql(
            """
            SELECT id, s3_upload_id, size, photo_id FROM direct_uploads
            WHERE id = :id AND user_id = :user
            """)
        .param("id", id)
        .param("user", userId)
        .query(new DataClassRowMapper<>(Ticket.class))
        .optional();
  }

  /// Claims the upload for this caller, who alone may make a photo of it.
  boolean claim(Ticket ticket) {
    return sql.sql(
                """
                UPDATE direct_uploads SET claimed_at = :now
                WHERE id = :id AND photo_id IS NULL AND claimed_at < :dead
                """)
            .param("now", clock.millis())
            .param("dead", clock.millis() - CLAIM_TIMEOUT.toMillis())
            .param("id", ticket.id())
            .update()
        == 1;
  }

  void release(Ticket ticket) {
    sql.sql("UPDATE direct_uploads SET claimed_at = 0 WHERE id = :id")
        .param("id", ticket.id())
        .update();
  }

  void done(Ticket ticket, String photoId) {
    sql.sql("UPDATE direct_uploads SET photo_id = :photo WHERE id = :id")
        .param("photo", photoId)
        .param("id", ticket.id())
        .update();
  }

  void forget(String id) {
    sql.sql("DELETE FROM direct_uploads WHERE id = :id").param("id", id).update();
  }

  /// Returns uploads that nobody can complete any more, at most a hundred.
  List<String> old() {
    return sql.sql(
            "SELECT id FROM direct_uploads WHERE created_at < :old ORDER BY created_at LIMIT 100")
        .param("old", clock.millis() - KEPT.toMillis())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
