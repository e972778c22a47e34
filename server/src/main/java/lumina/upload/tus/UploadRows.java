package lumina.upload.tus;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lumina.account.UserStore;
import lumina.id.TimeOrderedId;
import lumina.metrics.Measure;
import lumina.metrics.Measured;
import lumina.storage.sql.Rows;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores resumable uploads, in SQL on every backend. One request at a time holds an upload, on
/// whichever instance; what a request changes while it does not hold the upload any more, fails.
@Repository
@Transactional
class UploadRows implements Measured {
  /// After this the holder is taken for dead, or cut off, unless it made progress.
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final Duration UNFINISHED = Duration.ofDays(7);

  /// A client whose answer got lost asks again.
  private static final Duration FINISHED = Duration.ofDays(1);

  private static final String SELECT =
      """
      SELECT upload_id, user_id, size, received, metadata, photo_id, settled, expires_at
      FROM uploads\s
      """;

  /// An upload, and the key by which a request holds it.
  record Held(Upload upload, String key) {}

  /// Uploads of which nothing was made yet.
  record Unfinished(long uploads, long bytes) {}

  private final JdbcClient sql;
  private final Clock clock;

  UploadRows(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(
        Measure.ofDatabase(
            "lumina.uploads.unfinished",
            "Resumable uploads of which bytes are missing, or whose photo is being made",
            () ->
                sql.sql(
                        """
                        SELECT count(*) FROM uploads
                        WHERE settled = 0 AND photo_id IS NULL AND expires_at > :now
                        """)
                    .param("now", clock.millis())
                    .query(Long.class)
                    .single()));
  }

  Upload add(long userId, long size, String metadata) {
    String id = TimeOrderedId.at(clock.millis());
    sql.sql(
            """
            INSERT INTO uploads (upload_id, user_id, size, received, metadata, holder, held_until,
              photo_id, settled, expires_at)
            VALUES (:id, :user, :size, 0, :metadata, '', 0, NULL, 0, :expires)
            """)
        .param("id", id)
        .param("user", userId)
        .param("size", size)
        .param("metadata", metadata)
        .param("expires", clock.millis() + UNFINISHED.toMillis())
        .update();
    return find(userId, id).orElseThrow();
  }

  @Transactional(readOnly = true)
  Optional<Upload> find(long userId, String id) {
    return sql.sql(SELECT + "WHERE upload_id = :id AND user_id = :user AND expires_at > :now")
        .param("id", id)
        .param("user", userId)
        .param("now", clock.millis())
        .query(Rows.of(Upload.class))
        .optional();
  }

  @Transactional(readOnly = true)
  Unfinished unfinished(long userId) {
    return sql.sql(
            """
            SELECT count(*) AS uploads, coalesce(sum(received), 0) AS bytes FROM uploads
            WHERE user_id = :user AND photo_id IS NULL AND settled = 0 AND expires_at > :now
            """)
        .param("user", userId)
        .param("now", clock.millis())
        .query(Rows.of(Unfinished.class))
        .single();
  }

  /// Returns the upload as it is now, for the caller alone; empty if another request holds it, or
  /// if it is gone.
  Optional<Held> hold(String id) {
    String key = TimeOrderedId.at(clock.millis());
    int held =
        sql.sql(
                """
                UPDATE uploads SET holder = :key, held_until = :until
                WHERE upload_id = :id AND held_until < :now
                """)
            .param("key", key)
            .param("until", clock.millis() + LEASE.toMillis())
            .param("id", id)
            .param("now", clock.millis())
            .update();
    return held == 0
        ? Optional.empty()
        : Optional.of(
            new Held(
                sql.sql(SELECT + "WHERE upload_id = :id")
                    .param("id", id)
                    .query(Rows.of(Upload.class))
                    .single(),
                key));
  }

  /// Stores how many bytes are durable, and goes on holding the upload.
  ///
  /// @return false if another request holds it
  boolean progress(Held held, long received) {
    return update(
        held,
        "received = %d, held_until = %d".formatted(received, clock.millis() + LEASE.toMillis()));
  }

  /// Goes on holding the upload.
  ///
  /// @return false if another request holds it
  boolean renew(Held held) {
    return update(held, "held_until = %d".formatted(clock.millis() + LEASE.toMillis()));
  }

  /// Stores which photo it became, in the transaction that adds the photo.
  ///
  /// @return false if another request holds it
  boolean complete(Held held, String photoId) {
    return sql.sql("UPDATE uploads SET photo_id = :photo WHERE upload_id = :id AND holder = :key")
            .param("photo", photoId)
            .param("id", held.upload().uploadId())
            .param("key", held.key())
            .update()
        > 0;
  }

  void settle(Held held) {
    update(held, "settled = 1, expires_at = %d".formatted(clock.millis() + FINISHED.toMillis()));
  }

  /// From now on nobody finds it, and the sweep deletes the rest.
  void expire(Held held) {
    update(held, "expires_at = 0");
  }

  void release(Held held) {
    update(held, "holder = '', held_until = 0");
  }

  private boolean update(Held held, String changes) {
    return sql.sql("UPDATE uploads SET " + changes + " WHERE upload_id = :id AND holder = :key")
            .param("id", held.upload().uploadId())
            .param("key", held.key())
            .update()
        > 0;
  }

  void remove(Held held) {
    sql.sql("DELETE FROM uploads WHERE upload_id = :id AND holder = :key")
        .param("id", held.upload().uploadId())
        .param("key", held.key())
        .update();
  }

  /// Frees what an earlier process held, when it cannot be alive.
  void releaseAll() {
    sql.sql("UPDATE uploads SET holder = '', held_until = 0 WHERE held_until > 0").update();
  }

  /// Returns ids of uploads that expired, or became photos without being settled; at most a
  /// hundred, and none that a request holds.
  @Transactional(readOnly = true)
  List<String> old() {
    return sql.sql(
            """
            SELECT upload_id FROM uploads
            WHERE held_until < :now
              AND (expires_at <= :now OR (settled = 0 AND photo_id IS NOT NULL))
            LIMIT 100
            """)
        .param("now", clock.millis())
        .query((row, n) -> row.getString(1))
        .list();
  }

  /// The bytes follow: the sweep deletes them.
  @EventListener
  void removed(UserStore.Removed event) {
    sql.sql("UPDATE uploads SET expires_at = 0 WHERE user_id = :user")
        .param("user", event.userId())
        .update();
  }
}
