package lumina.comment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lumina.backend.LocalBackend;
import lumina.backend.TimeOrderedId;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Comments in SQLite.
@Repository
@LocalBackend
@Transactional(readOnly = true)
class SqlCommentStore implements CommentStore {
  private static final String SELECT =
      """
      SELECT sequence AS "order", comment_id, photo_id, user_id, text, created_at FROM comments
      """;

  private final JdbcClient sql;
  private final Clock clock;

  SqlCommentStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public List<Said> on(String photoId, long after, int rows) {
    return sql.sql(
            SELECT + "WHERE photo_id = :photo AND sequence > :after ORDER BY sequence LIMIT :rows")
        .param("photo", photoId)
        .param("after", after)
        .param("rows", rows)
        .query(new DataClassRowMapper<>(Said.class))
        .list();
  }

  @Override
  public Optional<Said> find(String photoId, String commentId) {
    return sql.sql(SELECT + "WHERE photo_id = :photo AND comment_id = :comment")
        .param("photo", photoId)
        .param("comment", commentId)
        .query(Said.class)
        .optional();
  }

  @Override
  @Transactional
  public Optional<Said> add(NewComment comment) {
    long now = Math.max(clock.millis(), latest(comment.photoId()) + 1);
    String commentId = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO comments (comment_id, photo_id, user_id, text, created_at)
            SELECT :comment, p.photo_id, :user, :text, :now FROM photos p WHERE p.photo_id = :photo
            """)
        .param("comment", commentId)
        .param("photo", comment.photoId())
        .param("user", comment.userId())
        .param("text", comment.text())
        .param("now", now)
        .update();
    recount(comment.photoId());
    return find(comment.photoId(), commentId);
  }

  /// No two comments on a photo have the same time: in the cloud a cursor holds one.
  private long latest(String photoId) {
    return sql.sql(
            "SELECT created_at FROM comments WHERE photo_id = :photo ORDER BY sequence DESC LIMIT 1")
        .param("photo", photoId)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  @Override
  @Transactional
  public void remove(Said comment) {
    sql.sql("DELETE FROM comments WHERE comment_id = :comment")
        .param("comment", comment.commentId())
        .update();
    recount(comment.photoId());
  }

  private void recount(String photoId) {
    sql.sql(
            """
            UPDATE photo_items SET comment_count =
              (SELECT count(*) FROM comments WHERE photo_id = :photo)
            WHERE photo_id = :photo
            """)
        .param("photo", photoId)
        .update();
  }

  @Override
  public List<Said> by(long userId, long before, int rows) {
    return sql.sql(
            SELECT
                + "WHERE user_id = :user AND sequence < :before ORDER BY sequence DESC LIMIT :rows")
        .param("user", userId)
        .param("before", before)
        .param("rows", rows)
        .query(new DataClassRowMapper<>(Said.class))
        .list();
  }
}
