package lumina.notification;

import java.time.Clock;
import java.util.List;
import lumina.account.Viewer;
import lumina.http.Cursor;
import lumina.http.Page;
import lumina.photo.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// One row for each person who did something; read in groups of the same kind about the same photo.
/// What is about a photo that the reader may not see (any more), or by somebody whom a block keeps
/// apart, is not there.
@Repository
@Transactional
class NotificationStore {
  /// A group.
  ///
  /// @param last the newest of its rows
  /// @param subject the photo's id, or empty
  /// @param audience who may see that photo
  /// @param version of that photo's addresses
  /// @param people how many
  record Group(
      long last,
      String kind,
      String subject,
      @Nullable String audience,
      @Nullable Long version,
      long people,
      String text,
      long at,
      boolean seen) {}

  record Actor(long id, String username) {}

  private static final String FOR_READER =
      """
      n.user_id = :viewer AND %s AND (n.subject = '' OR EXISTS (
        SELECT 1 FROM photos p WHERE p.photo_id = n.subject AND %s))
      """
          .formatted(Audience.notBlocked("n.actor_id"), Audience.VISIBLE_TO_VIEWER);

  private final JdbcClient sql;
  private final Clock clock;

  NotificationStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Done again by the same person, it counts as new.
  void add(long userId, Kind kind, String subject, long actorId, String text) {
    forget(userId, kind, subject, actorId);
    try {
      insert(userId, kind, subject, actorId, text);
    } catch (DuplicateKeyException addedMeanwhile) {
      forget(userId, kind, subject, actorId);
      insert(userId, kind, subject, actorId, text);
    }
  }

  private void insert(long userId, Kind kind, String subject, long actorId, String text) {
    sql.sql(
            """
            INSERT INTO notifications (user_id, kind, subject, actor_id, text, at)
            VALUES (:user, :kind, :subject, :actor, :text, :now)
            """)
        .param("user", userId)
        .param("kind", kind.word())
        .param("subject", subject)
        .param("actor", actorId)
        .param("text", text)
        .param("now", clock.millis())
        .update();
  }

  void forget(long userId, Kind kind, String subject, long actorId) {
    sql.sql(
            """
            DELETE FROM notifications WHERE user_id = :user AND kind = :kind
              AND subject = :subject AND actor_id = :actor
            """)
        .param("user", userId)
        .param("kind", kind.word())
        .param("subject", subject)
        .param("actor", actorId)
        .update();
  }

  void forgetAbout(String subject) {
    sql.sql("DELETE FROM notifications WHERE subject = :subject AND subject <> ''")
        .param("subject", subject)
        .update();
  }

  @Transactional(readOnly = true)
  Page<Group> list(Viewer viewer, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("notifications " + viewer.userId());
    List<Group> read =
        sql.sql(
                """
                SELECT g.last, n.kind, n.subject, g.people, n.text, n.at, g.seen,
                  (SELECT p.audience FROM photos p WHERE p.photo_id = n.subject) AS audience,
                  (SELECT p.version FROM photos p WHERE p.photo_id = n.subject) AS version
                FROM (SELECT max(n.sequence) AS last, count(*) AS people, min(n.seen) AS seen
                      FROM notifications n WHERE %s
                      GROUP BY n.kind, n.subject,
                        CASE WHEN n.subject = '' THEN n.sequence END) g
                JOIN notifications n ON n.sequence = g.last
                WHERE g.last < :before ORDER BY g.last DESC LIMIT :rows
                """
                    .formatted(FOR_READER))
            .params(Audience.parameters(viewer))
            .param("before", cursor.read(after, Long.MAX_VALUE))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Group.class))
            .list();
    return Page.of(read, limit, group -> cursor.at(group.last()));
  }

  /// The people of a group, newest first.
  @Transactional(readOnly = true)
  List<Actor> actors(Viewer viewer, Group group, int limit) {
    return sql.sql(
            """
            SELECT u.id, u.username FROM notifications n JOIN users u ON u.id = n.actor_id
            WHERE %s AND n.kind = :kind AND n.subject = :subject
              AND (n.subject <> '' OR n.sequence = :last)
            ORDER BY n.sequence DESC LIMIT :limit
            """
                .formatted(FOR_READER))
        .params(Audience.parameters(viewer))
        .param("kind", group.kind())
        .param("subject", group.subject())
        .param("last", group.last())
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Actor.class))
        .list();
  }

  /// How many groups hold something that was not seen.
  @Transactional(readOnly = true)
  long unread(Viewer viewer) {
    return sql.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM notifications n WHERE n.seen = 0 AND %s
              GROUP BY n.kind, n.subject, CASE WHEN n.subject = '' THEN n.sequence END) g
            """
                .formatted(FOR_READER))
        .params(Audience.parameters(viewer))
        .query(Long.class)
        .single();
  }

  void markRead(long userId) {
    sql.sql("UPDATE notifications SET seen = 1 WHERE user_id = :user AND seen = 0")
        .param("user", userId)
        .update();
  }
}
