package lumina.share;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.access.LinkVisibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores links and the photos that their owners chose, in SQL on every backend. [SharedPhotos]
/// reads what a link shows.
@Repository
@Transactional
class ShareStore {
  /// Greater than any id.
  static final String LAST = "~";

  private static final String OPEN =
      """
      SELECT s.* FROM shares s
      WHERE s.token = :token AND (s.expires_at = 0 OR s.expires_at > :now) AND %s
      """
          .formatted(LinkVisibility.IS_OPEN);

  private final JdbcClient sql;
  private final Clock clock;

  ShareStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(Share share, List<String> photoIds) {
    sql.sql(
            """
            INSERT INTO shares (share_id, token, user_id, album_id, title, password_hash,
              password_version, comments, likes, download, expires_at, created_at)
            VALUES (:share, :token, :user, :album, :title, :password,
              :version, :comments, :likes, :download, :expires, :now)
            """)
        .param("token", share.token())
        .param("user", share.userId())
        .param("now", share.createdAt())
        .params(settings(share))
        .update();
    write(share.shareId(), photoIds);
  }

  /// @param photoIds null to leave them as they are
  void change(Share share, @Nullable List<String> photoIds) {
    sql.sql(
            """
            UPDATE shares SET album_id = :album, title = :title, password_hash = :password,
              password_version = :version, comments = :comments, likes = :likes,
              download = :download, expires_at = :expires
            WHERE share_id = :share
            """)
        .params(settings(share))
        .update();
    if (photoIds != null) {
      sql.sql("DELETE FROM share_photos WHERE share_id = :share")
          .param("share", share.shareId())
          .update();
      write(share.shareId(), photoIds);
    }
  }

  private static Map<String, @Nullable Object> settings(Share share) {
    Map<String, @Nullable Object> settings = new HashMap<>();
    settings.put("share", share.shareId());
    settings.put("album", share.albumId());
    settings.put("title", share.title());
    settings.put("password", share.passwordHash());
    settings.put("version", share.passwordVersion());
    settings.put("comments", share.comments());
    settings.put("likes", share.likes());
    settings.put("download", share.download().word());
    settings.put("expires", share.expiresAt());
    return settings;
  }

  private void write(String shareId, List<String> photoIds) {
    for (int position = 0; position < photoIds.size(); position++) {
      sql.sql("INSERT INTO share_photos VALUES (:share, :photo, :position)")
          .param("share", shareId)
          .param("photo", photoIds.get(position))
          .param("position", position + 1)
          .update();
    }
  }

  /// Ends a link. Its guests stay, as the authors of what they wrote.
  ///
  /// @return false if this person has no such link
  boolean remove(long userId, String shareId) {
    return sql.sql("DELETE FROM shares WHERE share_id = :share AND user_id = :user")
            .param("share", shareId)
            .param("user", userId)
            .update()
        > 0;
  }

  /// Counts an opening of the link by somebody else than its owner.
  void visited(String shareId) {
    sql.sql("UPDATE shares SET visits = visits + 1, last_visit_at = :now WHERE share_id = :share")
        .param("share", shareId)
        .param("now", clock.millis())
        .update();
  }

  @Transactional(readOnly = true)
  Optional<Share> find(long userId, String shareId) {
    return sql.sql("SELECT * FROM shares WHERE share_id = :share AND user_id = :user")
        .param("share", shareId)
        .param("user", userId)
        .query(Share::read)
        .optional();
  }

  /// The link with this token, if it has not ended and no block exists between its owner and the
  /// viewer.
  @Transactional(readOnly = true)
  Optional<Share> findOpen(long viewerId, String token) {
    return sql.sql(OPEN)
        .param("token", token)
        .param("now", clock.millis())
        .param("viewer", viewerId)
        .query(Share::read)
        .optional();
  }

  @Transactional(readOnly = true)
  long count(long userId) {
    return sql.sql("SELECT count(*) FROM shares WHERE user_id = :user")
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  /// A person's links before an id, newest first, including ended ones.
  @Transactional(readOnly = true)
  List<Share> list(long userId, String before, int rows) {
    return sql.sql(
            """
            SELECT * FROM shares WHERE user_id = :user AND share_id < :before
            ORDER BY share_id DESC LIMIT :rows
            """)
        .param("user", userId)
        .param("before", before)
        .param("rows", rows)
        .query(Share::read)
        .list();
  }

  /// The photos that the owner chose, also those that the link does not show now.
  @Transactional(readOnly = true)
  List<String> chosen(Share share) {
    return sql.sql("SELECT photo_id FROM share_photos WHERE share_id = :share ORDER BY position")
        .param("share", share.shareId())
        .query((row, n) -> row.getString(1))
        .list();
  }
}
