package lumina.comment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lumina.account.Viewer;
import lumina.backend.TimeOrderedId;
import lumina.http.Cursor;
import lumina.http.Page;
import lumina.photo.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Comments in SQLite; the count on the photo changes in the same transaction as the comment.
@Repository
@Transactional(readOnly = true)
public class CommentStore {
  /// Somebody said something, in a transaction that is not over yet.
  public record Commented(Comment comment) {}

  private static final String SELECT =
      """
      SELECT c.*, u.username, u.picture AS user_picture FROM comments c
      JOIN users u ON u.id = c.user_id JOIN photos p ON p.photo_id = c.photo_id
      WHERE c.photo_id = :photo AND %s AND %s
      """
          .formatted(Audience.VISIBLE_TO_VIEWER, Audience.notBlocked("c.user_id"));

  private final JdbcClient sql;
  private final Clock clock;

  private final ApplicationEventPublisher publisher;

  CommentStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
  }

  /// Comments on a photo that this viewer may see, oldest first, without those of people whom a
  /// block keeps from them.
  Page<Comment> list(Viewer viewer, String photoId, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("comments " + photoId);
    List<Comment> read =
        sql.sql(SELECT + " AND c.sequence > :after ORDER BY c.sequence LIMIT :rows")
            .params(Audience.parameters(viewer))
            .param("photo", photoId)
            .param("after", cursor.read(after, 0))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Comment.class))
            .list();
    return Page.of(read, limit, comment -> cursor.at(comment.sequence()));
  }

  Optional<Comment> find(Viewer viewer, String photoId, String commentId) {
    return sql.sql(SELECT + " AND c.comment_id = :comment")
        .params(Audience.parameters(viewer))
        .param("photo", photoId)
        .param("comment", commentId)
        .query(Comment.class)
        .optional();
  }

  /// The new comment, or empty if this viewer cannot see the photo.
  @Transactional
  public Optional<Comment> add(Viewer author, String photoId, String text) {
    long now = clock.millis();
    String commentId = TimeOrderedId.at(now);
    sql.sql(
            """
            INSERT INTO comments (comment_id, photo_id, user_id, text, created_at)
            SELECT :comment, p.photo_id, :viewer, :text, :now
            FROM photos p WHERE p.photo_id = :photo AND %s
            """
                .formatted(Audience.VISIBLE_TO_VIEWER))
        .param("comment", commentId)
        .params(Audience.parameters(author))
        .param("photo", photoId)
        .param("text", text)
        .param("now", now)
        .update();
    recount(photoId);
    Optional<Comment> added = find(author, photoId, commentId);
    added.ifPresent(comment -> publisher.publishEvent(new Commented(comment)));
    return added;
  }

  @Transactional
  void remove(Comment comment) {
    sql.sql("DELETE FROM comments WHERE sequence = :sequence")
        .param("sequence", comment.sequence())
        .update();
    recount(comment.photoId());
  }

  /// Takes away all comments of somebody who leaves.
  @Transactional
  public void forgetPerson(long userId) {
    List<String> photos =
        sql.sql("DELETE FROM comments WHERE user_id = :user RETURNING photo_id")
            .param("user", userId)
            .query((row, n) -> row.getString(1))
            .list();
    photos.stream().distinct().forEach(this::recount);
  }

  private void recount(String photoId) {
    sql.sql(
            """
            UPDATE photos SET comment_count =
              (SELECT count(*) FROM comments WHERE photo_id = :photo)
            WHERE photo_id = :photo
            """)
        .param("photo", photoId)
        .update();
  }
}
