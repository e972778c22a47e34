package lumina.like;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import lumina.account.UserStore;
import lumina.photo.detail.SqlPhotoCounts;
import lumina.storage.LocalBackend;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores likes in SQLite.
@Repository
@LocalBackend
@Transactional
class SqlLikeStore implements LikeStore {
  private static final String SELECT =
      "SELECT sort_key, photo_id, user_id, liked_at FROM photo_likes ";
  private static final String PAGE = " AND sort_key < :before ORDER BY sort_key DESC LIMIT :rows";

  private final JdbcClient sql;
  private final SqlPhotoCounts counts;
  private final Clock clock;

  SqlLikeStore(JdbcClient sql, SqlPhotoCounts counts, Clock clock) {
    this.sql = sql;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public boolean add(String photoId, long userId) {
    long now = clock.millis();
    int added =
        sql.sql(
                """
                INSERT INTO photo_likes (photo_id, user_id, liked_at, sort_key)
                SELECT p.photo_id, :user, :now, :sort_key
                FROM photos p WHERE p.photo_id = :photo
                ON CONFLICT DO NOTHING
                """)
            .param("photo", photoId)
            .param("user", userId)
            .param("now", now)
            .param("sort_key", LikeStore.sortKey(now, photoId, userId))
            .update();
    return counted(photoId, added);
  }

  @Override
  public boolean remove(String photoId, long userId) {
    int removed =
        sql.sql("DELETE FROM photo_likes WHERE photo_id = :photo AND user_id = :user")
            .param("photo", photoId)
            .param("user", userId)
            .update();
    return counted(photoId, -removed);
  }

  @Override
  public void reassign(Like like, long userId) {
    int moved =
        sql.sql(
                """
                UPDATE photo_likes SET user_id = :to
                WHERE photo_id = :photo AND user_id = :from AND NOT EXISTS (
                  SELECT 1 FROM photo_likes l WHERE l.photo_id = :photo AND l.user_id = :to)
                """)
            .param("photo", like.photoId())
            .param("from", like.userId())
            .param("to", userId)
            .update();
    if (moved == 0) {
      remove(like.photoId(), like.userId());
    }
  }

  private boolean counted(String photoId, int change) {
    if (change != 0) {
      counts.changeLikes(photoId, change);
    }
    return change != 0;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean likes(String photoId, long userId) {
    return sql.sql("SELECT count(*) FROM photo_likes WHERE photo_id = :photo AND user_id = :user")
            .param("photo", photoId)
            .param("user", userId)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  @Transactional(readOnly = true)
  public long count(String photoId) {
    return counts.likes(photoId);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Like> of(String photoId, long before, int rows, Set<Long> except) {
    return page(
        sql.sql(SELECT + "WHERE photo_id = :photo AND user_id NOT IN (:except)" + PAGE)
            .param("photo", photoId)
            .param("except", except),
        before,
        rows);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Like> by(long userId, long before, int rows) {
    return page(
        sql.sql(SELECT + "WHERE user_id = :user" + PAGE).param("user", userId), before, rows);
  }

  private static List<Like> page(JdbcClient.StatementSpec statement, long before, int rows) {
    return statement
        .param("before", before)
        .param("rows", rows)
        .query(new DataClassRowMapper<>(Like.class))
        .list();
  }

  @EventListener
  void removed(UserStore.Removed event) {
    sql.sql("DELETE FROM photo_likes WHERE user_id = :user").param("user", event.userId()).update();
  }
}
