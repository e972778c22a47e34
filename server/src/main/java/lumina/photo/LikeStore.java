package lumina.photo;

import java.time.Clock;
import java.util.List;
import lumina.account.Viewer;
import lumina.http.Cursor;
import lumina.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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

  private final ApplicationEventPublisher publisher;

  LikeStore(JdbcClient sql, Clock clock, ApplicationEventPublisher publisher) {
    this.sql = sql;
    this.clock = clock;
    this.publisher = publisher;
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
            .params(Audience.parameters(viewer))
            .param("photo", photoId)
            .param("now", clock.millis())
            .update();
    if (added > 0) {
      Counted photo = count(photoId, 1);
      publisher.publishEvent(new PhotoEvents.Liked(photoId, photo.userId(), viewer, photo.likes()));
    }
  }

  /// Takes back all likes of somebody who leaves.
  public void forgetPerson(long userId) {
    sql.sql(
            """
            UPDATE photos SET likes = likes - 1
            WHERE photo_id IN (SELECT photo_id FROM photo_likes WHERE user_id = :user)
            """)
        .param("user", userId)
        .update();
    sql.sql("DELETE FROM photo_likes WHERE user_id = :user").param("user", userId).update();
  }

  void unlike(Viewer viewer, String photoId) {
    int removed =
        sql.sql("DELETE FROM photo_likes WHERE photo_id = :photo AND user_id = :viewer")
            .param("photo", photoId)
            .param("viewer", viewer.userId())
            .update();
    if (removed > 0) {
      Counted photo = count(photoId, -1);
      publisher.publishEvent(
          new PhotoEvents.Unliked(photoId, photo.userId(), viewer, photo.likes()));
    }
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

  private record Counted(long userId, long likes) {}

  private Counted count(String photoId, int change) {
    return sql.sql(
            """
            UPDATE photos SET likes = likes + :change WHERE photo_id = :photo
            RETURNING user_id, likes
            """)
        .param("change", change)
        .param("photo", photoId)
        .query(Counted.class)
        .single();
  }

  /// Who likes a photo, latest first, without those whom a block keeps from this viewer.
  @Transactional(readOnly = true)
  Page<Like> list(Viewer viewer, String photoId, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("likes " + photoId);
    List<Like> read =
        sql.sql(
                """
                SELECT l.sequence, u.id, u.username, l.liked_at
                FROM photo_likes l JOIN users u ON u.id = l.user_id
                WHERE l.photo_id = :photo AND l.sequence < :before AND %s
                ORDER BY l.sequence DESC LIMIT :rows
                """
                    .formatted(Audience.notBlocked("u.id")))
            .params(Audience.parameters(viewer))
            .param("photo", photoId)
            .param("before", cursor.read(after, Long.MAX_VALUE))
            .param("rows", limit + 1)
            .query(new DataClassRowMapper<>(Like.class))
            .list();
    return Page.of(read, limit, like -> cursor.at(like.sequence()));
  }
}
