package lumina.photo;

import java.time.Clock;
import java.util.List;
import lumina.account.Viewer;
import lumina.http.Cursor;
import lumina.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who likes what; the count on the photo changes in the same transaction as the like.
@Repository
@Transactional
public class LikeStore {
  /// A like; `likedAt` in milliseconds since 1970.
  record Like(long sequence, long id, String username, long likedAt) {}

  private final JdbcClient sql;
  private final Clock clock;

  LikeStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Does nothing for a photo that this viewer cannot see, or likes already.
  public void like(Viewer viewer, String photoId) {
    int added =
        sql.sql(
                """
                INSERT INTO photo_likes (photo_id, user_id, liked_at)
                SELECT p.photo_id, :viewer, :now FROM photos p WHERE p.photo_id = :photo AND %s
                ON CONFLICT DO NOTHING
                """
                    .formatted(Audience.VISIBLE_TO_VIEWER))
            .param("viewer", viewer.userId())
            .param("photo", photoId)
            .param("now", clock.millis())
            .update();
    count(photoId, added);
  }

  void unlike(Viewer viewer, String photoId) {
    int removed =
        sql.sql("DELETE FROM photo_likes WHERE photo_id = :photo AND user_id = :viewer")
            .param("photo", photoId)
            .param("viewer", viewer.userId())
            .update();
    count(photoId, -removed);
  }

  void toggle(Viewer viewer, String photoId) {
    long liked =
        sql.sql("SELECT count(*) FROM photo_likes WHERE photo_id = :photo AND user_id = :viewer")
            .param("photo", photoId)
            .param("viewer", viewer.userId())
            .query(Long.class)
            .single();
    if (liked > 0) {
      unlike(viewer, photoId);
    } else {
      like(viewer, photoId);
    }
  }

  private void count(String photoId, int change) {
    if (change != 0) {
      sql.sql("UPDATE photos SET likes = likes + :change WHERE photo_id = :photo")
          .param("change", change)
          .param("photo", photoId)
          .update();
    }
  }

  /// Who likes a photo, latest first.
  @Transactional(readOnly = true)
  Page<Like> list(String photoId, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("likes " + photoId);
    List<Like> read =
        sql.sql(
                """
                SELECT l.sequence, u.id, u.username, l.liked_at
                FROM photo_likes l JOIN users u ON u.id = l.user_id
                WHERE l.photo_id = :photo AND l.sequence < :before
                ORDER BY l.sequence DESC LIMIT :rows
                """)
            .param("photo", photoId)
            .param("before", cursor.read(after, Long.MAX_VALUE))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Like.class))
            .list();
    return Page.of(read, limit, like -> cursor.at(like.sequence()));
  }
}
