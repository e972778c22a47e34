package lumina.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lumina.access.Blocks;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.comment.CommentKey;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.job.RecurringJob;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
  /// @param commentId the newest comment of it, empty where none tells of it
  record Group(
      long last,
      String kind,
      String subject,
      @Nullable String audience,
      @Nullable Long version,
      long people,
      String commentId,
      long at,
      boolean seen) {}

  record Actor(long id, String username) {}

  private static final String FOR_READER =
      """
      n.user_id = :viewer AND n.gone = 0 AND %s AND (n.subject = '' OR EXISTS (
        SELECT 1 FROM photos p WHERE p.photo_id = n.subject AND %s AND %s))
      """
          .formatted(
              Blocks.noneBetweenViewerAnd("n.actor_id"),
              Blocks.none("p.user_id", "n.actor_id"),
              Visibility.TO_VIEWER);

  private static final String DEED =
      "user_id = :user AND kind = :kind AND subject = :subject AND actor_id = :actor";

  /// What is taken back and done again within a day is not told anew.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final JdbcClient sql;
  private final Clock clock;

  NotificationStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// What somebody did, of which somebody else is notified.
  ///
  /// @param subject the photo's id, or empty
  record NotificationRow(long userId, NotificationKind kind, String subject, long actorId) {
    Map<String, Object> parameters() {
      return Map.of("user", userId, "kind", kind.word(), "subject", subject, "actor", actorId);
    }
  }

  /// Notes it, unless it was told before. Every comment is a new deed, and the newest is told.
  ///
  /// @param commentId the comment by which it was done, or empty
  /// @return whether it is new
  boolean add(NotificationRow deed, String commentId) {
    if (commentId.isEmpty() ? isKnown(deed) : isTold(deed, commentId)) {
      return false;
    }
    remove(deed);
    try {
      insert(deed, commentId);
    } catch (DuplicateKeyException addedMeanwhile) {
      remove(deed);
      insert(deed, commentId);
    }
    return true;
  }

  private boolean isKnown(NotificationRow deed) {
    return sql.sql(
                "UPDATE notifications SET gone = 0 WHERE %s AND (gone = 0 OR at >= :lately)"
                    .formatted(DEED))
            .params(deed.parameters())
            .param("lately", clock.millis() - REMEMBERED.toMillis())
            .update()
        > 0;
  }

  private boolean isTold(NotificationRow deed, String commentId) {
    return sql.sql(
                "SELECT count(*) FROM notifications WHERE %s AND comment_id >= :comment"
                    .formatted(DEED))
            .params(deed.parameters())
            .param("comment", commentId)
            .query(Long.class)
            .single()
        > 0;
  }

  void remove(NotificationRow deed) {
    sql.sql("DELETE FROM notifications WHERE " + DEED).params(deed.parameters()).update();
  }

  private void insert(NotificationRow deed, String commentId) {
    sql.sql(
            """
            INSERT INTO notifications (user_id, kind, subject, actor_id, comment_id, text, at)
            VALUES (:user, :kind, :subject, :actor, :comment, '', :now)
            """)
        .params(deed.parameters())
        .param("comment", commentId)
        .param("now", clock.millis())
        .update();
  }

  /// Hides what was taken back, as far as no comment tells of it.
  void takeBack(NotificationRow deed) {
    sql.sql("UPDATE notifications SET gone = 1 WHERE %s AND comment_id = ''".formatted(DEED))
        .params(deed.parameters())
        .update();
  }

  void forgetPhoto(String photoId) {
    sql.sql("DELETE FROM notifications WHERE subject = :photo AND subject <> ''")
        .param("photo", photoId)
        .update();
  }

  /// @return who met it
  List<Long> forgetComment(CommentKey comment) {
    String those = "subject = :photo AND comment_id = :comment";
    Map<String, String> parameters =
        Map.of("photo", comment.photoId(), "comment", comment.commentId());
    List<NotificationRow> told =
        sql.sql("SELECT user_id, kind, actor_id FROM notifications WHERE " + those)
            .params(parameters)
            .query(
                (row, n) ->
                    new NotificationRow(
                        row.getLong("user_id"),
                        NotificationKind.of(row.getString("kind")),
                        comment.photoId(),
                        row.getLong("actor_id")))
            .list();
    List<Long> met = told.stream().filter(this::shows).map(NotificationRow::userId).toList();
    sql.sql("DELETE FROM notifications WHERE " + those).params(parameters).update();
    return met;
  }

  /// Whether the person who is to be notified of it meets it.
  @Transactional(readOnly = true)
  boolean shows(NotificationRow deed) {
    return sql.sql(
                """
                SELECT count(*) FROM notifications n
                WHERE %s AND n.kind = :kind AND n.subject = :subject AND n.actor_id = :actor
                """
                    .formatted(FOR_READER))
            .params(deed.parameters())
            .params(Visibility.parameters(new Person(deed.userId(), "")))
            .query(Long.class)
            .single()
        > 0;
  }

  /// Nobody else gets past this for the same person until the transaction ends.
  void hold(long actorId) {
    sql.sql("UPDATE users SET feed_seen = feed_seen WHERE id = :actor")
        .param("actor", actorId)
        .update();
  }

  @Bean
  RecurringJob notificationTrimmingJob() {
    return new RecurringJob(
        "notification-trimming", Duration.ofHours(1), this::forgetWhatWasTakenBack);
  }

  private void forgetWhatWasTakenBack() {
    sql.sql("DELETE FROM notifications WHERE gone = 1 AND at < :long_ago")
        .param("long_ago", clock.millis() - REMEMBERED.toMillis())
        .update();
  }

  @Transactional(readOnly = true)
  Page<Group> list(Person viewer, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("notifications " + viewer.userId());
    List<Group> read =
        sql.sql(
                """
                SELECT g.last, n.kind, n.subject, g.people, n.comment_id, n.at, g.seen,
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
            .params(Visibility.parameters(viewer))
            .param("before", cursor.read(after, Long.MAX_VALUE))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Group.class))
            .list();
    return Page.of(read, limit, group -> cursor.at(group.last()));
  }

  /// The people of a group, newest first.
  @Transactional(readOnly = true)
  List<Actor> actors(Person viewer, Group group, int limit) {
    return sql.sql(
            """
            SELECT u.id, u.username FROM notifications n JOIN users u ON u.id = n.actor_id
            WHERE %s AND n.kind = :kind AND n.subject = :subject
              AND (n.subject <> '' OR n.sequence = :last)
            ORDER BY n.sequence DESC LIMIT :limit
            """
                .formatted(FOR_READER))
        .params(Visibility.parameters(viewer))
        .param("kind", group.kind())
        .param("subject", group.subject())
        .param("last", group.last())
        .param("limit", limit)
        .query(new DataClassRowMapper<>(Actor.class))
        .list();
  }

  /// How many groups hold something that was not seen.
  @Transactional(readOnly = true)
  long unread(Person viewer) {
    return sql.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM notifications n WHERE n.seen = 0 AND %s
              GROUP BY n.kind, n.subject, CASE WHEN n.subject = '' THEN n.sequence END) g
            """
                .formatted(FOR_READER))
        .params(Visibility.parameters(viewer))
        .query(Long.class)
        .single();
  }

  void markRead(long userId) {
    sql.sql("UPDATE notifications SET seen = 1 WHERE user_id = :user AND seen = 0")
        .param("user", userId)
        .update();
  }
}
