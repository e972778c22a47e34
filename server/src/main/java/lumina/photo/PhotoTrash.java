package lumina.photo;

import java.time.Clock;
import java.util.List;
import lumina.access.Audience;
import lumina.account.UserStore;
import lumina.id.SortKey;
import lumina.photo.count.PhotoCounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores which photos are in the trash, in SQL on every backend. A photo in the trash is private,
/// in no list and in no count; everything else about it stays as it is.
@Repository
@Transactional
public class PhotoTrash {
  private final JdbcClient sql;
  private final PhotoCounts counts;
  private final ApplicationEventPublisher publisher;
  private final UserStore users;
  private final Clock clock;

  PhotoTrash(
      JdbcClient sql,
      PhotoCounts counts,
      ApplicationEventPublisher publisher,
      UserStore users,
      Clock clock) {
    this.sql = sql;
    this.users = users;
    this.counts = counts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /// Moves a photo to the trash; does nothing if it is there.
  public void put(IndexEntry photo) {
    users.lock(photo.userId());
    counts.subtract(photo.sortKey());
    sql.sql(
            "SELECT p.* FROM photos p WHERE p.sort_key = :sort_key AND p.trashed_at = 0 AND "
                + IndexEntry.IS_KNOWN)
        .param("sort_key", photo.sortKey())
        .query(IndexEntry::read)
        .optional()
        .ifPresent(this::hide);
  }

  private void hide(IndexEntry photo) {
    publisher.publishEvent(
        new PhotoEvents.Narrowed(photo.photoId(), photo.userId(), photo.audience().circles()));
    sql.sql(
            """
            UPDATE photos SET trashed_from = :audience, audience = :private, trashed_at = :now,
              version = version + 1
            WHERE sort_key = :sort_key
            """)
        .param("audience", photo.audience().word())
        .param("private", Audience.PRIVATE.word())
        .param("now", SortKey.behind(latest(photo.userId()), clock.millis()))
        .param("sort_key", photo.sortKey())
        .update();
  }

  /// The latest time at which a person moved a photo to the trash. No two are the same, so that it
  /// sorts the trash.
  private long latest(long owner) {
    return sql.sql("SELECT coalesce(max(trashed_at), 0) FROM photos WHERE user_id = :owner")
        .param("owner", owner)
        .query(Long.class)
        .single();
  }

  /// Takes a photo out of the trash, for the audience that it had; does nothing if it is not there.
  public void restore(IndexEntry photo) {
    int restored =
        sql.sql(
                """
                UPDATE photos SET audience = trashed_from, trashed_from = '', trashed_at = 0,
                  version = version + 1
                WHERE sort_key = :sort_key AND trashed_at > 0
                """)
            .param("sort_key", photo.sortKey())
            .update();
    if (restored > 0) {
      counts.add(photo.sortKey());
      publisher.publishEvent(restored(photo));
    }
  }

  private PhotoEvents.Restored restored(IndexEntry photo) {
    return sql.sql("SELECT * FROM photos WHERE sort_key = :sort_key")
        .param("sort_key", photo.sortKey())
        .query(
            (row, number) ->
                new PhotoEvents.Restored(
                    photo.photoId(),
                    photo.userId(),
                    IndexEntry.read(row, number).audience(),
                    row.getBoolean("imported")))
        .single();
  }

  /// Returns photos that a person moved to the trash before a time, latest first.
  ///
  /// @param time milliseconds since 1970
  @Transactional(readOnly = true)
  public List<IndexEntry> list(long owner, long time, int rows) {
    return sql.sql(
            """
            SELECT p.* FROM photos p
            WHERE p.user_id = :owner AND p.trashed_at > 0 AND p.trashed_at < :time AND %s
            ORDER BY p.trashed_at DESC LIMIT :rows
            """
                .formatted(IndexEntry.IS_KNOWN))
        .param("owner", owner)
        .param("time", time)
        .param("rows", rows)
        .query(IndexEntry::read)
        .list();
  }

  /// Returns photos that anybody moved to the trash before a time, in any order.
  ///
  /// @param time milliseconds since 1970
  @Transactional(readOnly = true)
  public List<IndexEntry> olderThan(long time, int rows) {
    return sql.sql(
            """
            SELECT p.* FROM photos p WHERE p.trashed_at > 0 AND p.trashed_at < :time AND %s
            LIMIT :rows
            """
                .formatted(IndexEntry.IS_KNOWN))
        .param("time", time)
        .param("rows", rows)
        .query(IndexEntry::read)
        .list();
  }
}
