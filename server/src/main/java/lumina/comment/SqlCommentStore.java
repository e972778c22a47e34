package lumina.comment;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.account.UserStore;
import lumina.http.list.Page;
import lumina.id.SortKey;
import lumina.id.TimeOrderedId;
import lumina.photo.detail.SqlPhotoCounts;
import lumina.storage.LocalBackend;
import lumina.storage.sql.Rows;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores comments in SQLite.
@Repository
@LocalBackend
@Transactional(readOnly = true)
class SqlCommentStore implements CommentStore {
  private static final String SELECT =
      """
      SELECT sort_key, comment_id, photo_id, user_id, text, client_id, created_at,
        0 AS deleted, reply_to
      FROM comments
      """;

  private static final String REMOVED =
      """
      SELECT sort_key, comment_id, photo_id, user_id, '', client_id, created_at, 1, NULL
      FROM removed_comments
      """;

  private static final int BATCH_SIZE = 100;

  private final JdbcClient sql;
  private final SqlPhotoCounts counts;
  private final Clock clock;

  SqlCommentStore(JdbcClient sql, SqlPhotoCounts counts, Clock clock) {
    this.sql = sql;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public List<CommentRow> on(String photoId, long after, int rows, Set<Long> except) {
    return sql.sql(
            SELECT
                + """
                WHERE photo_id = :photo AND sort_key > :after AND user_id NOT IN (:except)
                ORDER BY sort_key LIMIT :rows
                """)
        .param("photo", photoId)
        .param("after", after)
        .param("except", except)
        .param("rows", rows)
        .query(Rows.of(CommentRow.class))
        .list();
  }

  @Override
  public List<CommentRow> justBefore(CommentRow comment, int rows) {
    return sql.sql(
            SELECT
                + """
                WHERE photo_id = :photo AND sort_key < :before
                ORDER BY sort_key DESC LIMIT :rows
                """)
        .param("photo", comment.photoId())
        .param("before", comment.sortKey())
        .param("rows", rows)
        .query(Rows.of(CommentRow.class))
        .list()
        .reversed();
  }

  @Override
  public Optional<CommentRow> find(String photoId, String commentId) {
    return sql.sql(SELECT + "WHERE photo_id = :photo AND comment_id = :comment")
        .param("photo", photoId)
        .param("comment", commentId)
        .query(Rows.of(CommentRow.class))
        .optional();
  }

  @Override
  public Map<String, CommentRow> among(Collection<CommentKey> keys) {
    return sql
        .sql(SELECT + "WHERE comment_id IN (:ids)")
        .param("ids", keys.stream().map(CommentKey::commentId).toList())
        .query(Rows.of(CommentRow.class))
        .list()
        .stream()
        .filter(said -> keys.contains(new CommentKey(said.photoId(), said.commentId())))
        .collect(Collectors.toMap(CommentRow::commentId, said -> said));
  }

  @Override
  @Transactional
  public Optional<CommentRow> add(NewComment comment) {
    Optional<CommentRow> first = comment.clientId() == null ? Optional.empty() : called(comment);
    return first.isPresent() ? first : insert(comment);
  }

  private Optional<CommentRow> called(NewComment comment) {
    String called = "WHERE photo_id = :photo AND user_id = :user AND client_id = :client";
    return sql.sql(SELECT + called + " UNION ALL " + REMOVED + called)
        .param("photo", comment.photoId())
        .param("user", comment.userId())
        .param("client", comment.clientId())
        .query(Rows.of(CommentRow.class))
        .optional();
  }

  private Optional<CommentRow> insert(NewComment comment) {
    long now = SortKey.behind(latest(comment.photoId()), clock.millis());
    String commentId = TimeOrderedId.at(now);
    CommentRow row = comment.row(commentId, now);
    int added =
        sql.sql(
                """
            INSERT INTO comments
              (sort_key, comment_id, photo_id, user_id, text, client_id, created_at, reply_to)
            SELECT :sort_key, :comment, p.photo_id, :user, :text, :client, :now, :reply_to
            FROM photos p WHERE p.photo_id = :photo
            """)
            .param("sort_key", row.sortKey())
            .param("comment", commentId)
            .param("photo", comment.photoId())
            .param("user", comment.userId())
            .param("text", comment.text())
            .param("client", comment.clientId())
            .param("now", now)
            .param("reply_to", comment.replyTo())
            .update();
    counts.changeComments(comment.photoId(), added);
    return added == 0 ? Optional.empty() : Optional.of(row);
  }

  /// No two comments on a photo have the same time, because a cursor of the cloud backend contains
  /// only a time.
  private long latest(String photoId) {
    return sql.sql(
            "SELECT created_at FROM comments WHERE photo_id = :photo ORDER BY sort_key DESC LIMIT 1")
        .param("photo", photoId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  @Transactional
  public void remove(CommentRow comment) {
    sql.sql(
            """
            INSERT INTO removed_comments
              (photo_id, user_id, client_id, comment_id, created_at, sort_key)
            SELECT photo_id, user_id, client_id, comment_id, created_at, sort_key FROM comments
            WHERE comment_id = :comment AND client_id IS NOT NULL
            """)
        .param("comment", comment.commentId())
        .update();
    int deleted =
        sql.sql("DELETE FROM comments WHERE comment_id = :comment")
            .param("comment", comment.commentId())
            .update();
    counts.changeComments(comment.photoId(), -deleted);
  }

  @Override
  @Transactional
  public void reassign(CommentRow comment, long userId, String username) {
    sql.sql("UPDATE comments SET user_id = :user WHERE comment_id = :comment")
        .param("user", userId)
        .param("comment", comment.commentId())
        .update();
  }

  @Override
  @Transactional
  public void forget(CommentRow comment) {
    remove(comment);
    sql.sql("DELETE FROM removed_comments WHERE comment_id = :comment")
        .param("comment", comment.commentId())
        .update();
  }

  @Override
  public List<CommentRow> by(long userId, long before, int rows) {
    return sql.sql(
            SELECT
                + "WHERE user_id = :user AND sort_key < :before ORDER BY sort_key DESC LIMIT :rows")
        .param("user", userId)
        .param("before", before)
        .param("rows", rows)
        .query(Rows.of(CommentRow.class))
        .list();
  }

  /// What came while the account was deleted goes with it, and is counted no more.
  @EventListener
  @Transactional
  void removed(UserStore.Removed event) {
    Page.each(
        SortKey.NEWEST,
        before -> by(event.userId(), before, BATCH_SIZE),
        CommentRow::sortKey,
        this::forget);
    sql.sql("DELETE FROM removed_comments WHERE user_id = :user")
        .param("user", event.userId())
        .update();
  }
}
