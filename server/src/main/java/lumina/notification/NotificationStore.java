package lumina.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lumina.access.Viewer.Person;
import lumina.access.Visibility;
import lumina.account.UserStore;
import lumina.comment.CommentKey;
import lumina.id.SortKey;
import lumina.job.RecurringJob;
import lumina.text.Reaction;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores notifications, one row for each person who did something. [NotificationGroups] reads
/// them.
@Repository
@Transactional
class NotificationStore {
  private static final String DEED =
      "user_id = :user AND kind = :kind AND subject = :subject AND actor_id = :actor";

  /// An action that is undone and repeated within this time makes no new notification.
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final JdbcClient sql;
  private final UserStore users;
  private final Clock clock;

  NotificationStore(JdbcClient sql, UserStore users, Clock clock) {
    this.sql = sql;
    this.users = users;
    this.clock = clock;
  }

  /// A person's action, of which another person is notified.
  ///
  /// @param subject the id of the photo or album, or empty
  record NotificationRow(long userId, NotificationKind kind, String subject, long actorId) {
    Map<String, Object> parameters() {
      return Map.of("user", userId, "kind", kind.word(), "subject", subject, "actor", actorId);
    }

    long sortKey(long at) {
      return SortKey.ofAction(at, userId, kind.word(), subject, actorId);
    }
  }

  /// Adds a notification, unless the person was already notified of this. Every comment is a new
  /// action, and the notification shows the newest.
  ///
  /// @param commentId the comment that caused it, or empty
  /// @return whether it is new
  boolean add(NotificationRow deed, String commentId) {
    if (commentId.isEmpty() ? isKnown(deed) : isTold(deed, commentId)) {
      return false;
    }
    long now = clock.millis();
    SortKey.firstFree(
        SortKey.behind(last(deed.userId()), deed.sortKey(now)),
        sortKey -> replace(deed, commentId, now, sortKey));
    return true;
  }

  /// Stores the word of a reaction as the text, since it is nothing that a person wrote.
  void setReaction(NotificationRow deed, Reaction reaction) {
    sql.sql("UPDATE notifications SET text = :reaction WHERE " + DEED)
        .params(deed.parameters())
        .param("reaction", reaction == Reaction.HEART ? "" : reaction.word())
        .update();
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

  private long last(long userId) {
    return sql.sql("SELECT coalesce(max(sort_key), 0) FROM notifications WHERE user_id = :user")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  private void replace(NotificationRow deed, String commentId, long now, long sortKey) {
    remove(deed);
    insert(deed, commentId, now, sortKey);
  }

  void remove(NotificationRow deed) {
    sql.sql("DELETE FROM notifications WHERE " + DEED).params(deed.parameters()).update();
  }

  private void insert(NotificationRow deed, String commentId, long now, long sortKey) {
    sql.sql(
            """
            INSERT INTO notifications
              (sort_key, user_id, kind, subject, actor_id, comment_id, text, at)
            VALUES (:sort_key, :user, :kind, :subject, :actor, :comment, '', :now)
            """)
        .params(deed.parameters())
        .param("sort_key", sortKey)
        .param("comment", commentId)
        .param("now", now)
        .update();
  }

  /// Hides the notification of an undone action, unless it has a comment.
  void takeBack(NotificationRow deed) {
    sql.sql("UPDATE notifications SET gone = 1 WHERE %s AND comment_id = ''".formatted(DEED))
        .params(deed.parameters())
        .update();
  }

  /// Deletes the notifications about a photo or an album.
  void forget(String subject) {
    sql.sql("DELETE FROM notifications WHERE subject = :subject AND subject <> ''")
        .param("subject", subject)
        .update();
  }

  /// Forgets an action that was some time ago, so that it counts as new when it is repeated.
  void forgetAfter(NotificationRow deed, Duration time) {
    sql.sql("DELETE FROM notifications WHERE %s AND at < :long_ago".formatted(DEED))
        .params(deed.parameters())
        .param("long_ago", clock.millis() - time.toMillis())
        .update();
  }

  /// Makes what a guest did that of a person in the notifications of it. Whoever was notified of
  /// the same by this person, or is this person, is so only once.
  void adopt(NotificationKind kind, String subject, long guestId, long person) {
    String those = "kind = :kind AND subject = :subject AND actor_id = ";
    Map<String, Object> parameters =
        Map.of("kind", kind.word(), "subject", subject, "guest", guestId, "person", person);
    Set<Long> told =
        sql.sql("SELECT user_id FROM notifications WHERE " + those + ":person")
            .params(parameters)
            .query((row, n) -> row.getLong(1))
            .set();
    told.add(person);
    sql.sql("DELETE FROM notifications WHERE " + those + ":guest AND user_id IN (:told)")
        .params(parameters)
        .param("told", told)
        .update();
    sql.sql("UPDATE notifications SET actor_id = :person WHERE " + those + ":guest")
        .params(parameters)
        .update();
  }

  void forgetActor(long actorId) {
    sql.sql("DELETE FROM notifications WHERE actor_id = :actor").param("actor", actorId).update();
  }

  /// @return the people to whom the comment's notifications were visible
  List<Long> forgetComment(CommentKey comment) {
    String those = "subject = :photo AND comment_id = :comment";
    Map<String, String> parameters =
        Map.of("photo", comment.photoId(), "comment", comment.commentId());
    List<NotificationRow> told =
        sql.sql(
                "SELECT user_id, kind, actor_id FROM notifications WHERE %s AND %s"
                    .formatted(those, NotificationKind.IS_KNOWN))
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

  /// Whether the notification is visible to its receiver.
  @Transactional(readOnly = true)
  boolean shows(NotificationRow deed) {
    return sql.sql(
                """
                SELECT count(*) FROM notifications n
                WHERE %s AND n.kind = :kind AND n.subject = :subject AND n.actor_id = :actor
                """
                    .formatted(NotificationGroups.FOR_READER))
            .params(deed.parameters())
            .params(Visibility.parameters(new Person(deed.userId(), "")))
            .query(Long.class)
            .single()
        > 0;
  }

  /// Locks the notifications caused by this person until the transaction ends.
  void hold(long actorId) {
    users.lock(actorId);
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

  void markRead(long userId) {
    sql.sql("UPDATE notifications SET seen = 1 WHERE user_id = :user AND seen = 0")
        .param("user", userId)
        .update();
  }
}
