package lumina.like;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lumina.account.UserStore;
import lumina.http.list.Page;
import lumina.id.SortKey;
import lumina.photo.detail.SqlPhotoCounts;
import lumina.storage.LocalBackend;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores likes in SQLite.
@Repository
@LocalBackend
@Transactional
class SqlLikeStore implements LikeStore {
  private static final String SELECT =
      "SELECT sort_key, photo_id, user_id, liked_at, reaction FROM photo_likes ";
  private static final String PAGE = " AND sort_key < :before ORDER BY sort_key DESC LIMIT :rows";

  private static final int BATCH_SIZE = 100;

  private final JdbcClient sql;
  private final SqlPhotoCounts counts;
  private final Clock clock;

  SqlLikeStore(JdbcClient sql, SqlPhotoCounts counts, Clock clock) {
    this.sql = sql;
    this.counts = counts;
    this.clock = clock;
  }

  @Override
  public boolean add(String photoId, long userId, Reaction reaction) {
    long now = clock.millis();
    int added =
        sql.sql(
                """
                INSERT INTO photo_likes (photo_id, user_id, liked_at, sort_key, reaction)
                SELECT p.photo_id, :user, :now, :sort_key, :reaction
                FROM photos p WHERE p.photo_id = :photo
                ON CONFLICT DO NOTHING
                """)
            .param("photo", photoId)
            .param("user", userId)
            .param("now", now)
            .param("sort_key", LikeStore.sortKey(now, photoId, userId))
            .param("reaction", reaction.emoji())
            .update();
    if (added > 0) {
      counts.changeLikes(photoId, reaction, 1);
    }
    return added > 0;
  }

  @Override
  public boolean change(String photoId, long userId, Reaction reaction) {
    Optional<Reaction> before = reaction(photoId, userId).filter(it -> it != reaction);
    before.ifPresent(
        from -> {
          sql.sql(
                  """
                  UPDATE photo_likes SET reaction = :reaction
                  WHERE photo_id = :photo AND user_id = :user
                  """)
              .param("reaction", reaction.emoji())
              .param("photo", photoId)
              .param("user", userId)
              .update();
          counts.changeReaction(photoId, from, reaction);
        });
    return before.isPresent();
  }

  @Override
  public boolean remove(String photoId, long userId) {
    Optional<Reaction> before = reaction(photoId, userId);
    before.ifPresent(
        reaction -> {
          sql.sql("DELETE FROM photo_likes WHERE photo_id = :photo AND user_id = :user")
              .param("photo", photoId)
              .param("user", userId)
              .update();
          counts.changeLikes(photoId, reaction, -1);
        });
    return before.isPresent();
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

  @Override
  @Transactional(readOnly = true)
  public Optional<Like> find(String photoId, long userId) {
    return sql.sql(SELECT + "WHERE photo_id = :photo AND user_id = :user")
        .param("photo", photoId)
        .param("user", userId)
        .query((row, number) -> like(row))
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public ReactionCounts count(String photoId) {
    return counts.reactions(photoId);
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
        .query((row, number) -> like(row))
        .list();
  }

  private static Like like(ResultSet row) throws SQLException {
    return new Like(
        row.getLong("sort_key"),
        row.getString("photo_id"),
        row.getLong("user_id"),
        row.getLong("liked_at"),
        Reaction.stored(row.getString("reaction")));
  }

  /// What came while the account was deleted goes with it, and is counted no more.
  @EventListener
  void removed(UserStore.Removed event) {
    Page.each(
        SortKey.NEWEST,
        before -> by(event.userId(), before, BATCH_SIZE),
        Like::sortKey,
        like -> remove(like.photoId(), event.userId()));
  }
}
