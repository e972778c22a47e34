package lumina.share;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lumina.access.LinkVisibility;
import lumina.http.problem.Problem;
import lumina.id.Id;
import lumina.share.Share.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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

  /// A link `l` shows an album or photos that exist, if only in the trash.
  private static final String IS_OF_SOMETHING =
      """
      (EXISTS (SELECT 1 FROM albums a WHERE a.album_id = l.album_id)
        OR EXISTS (SELECT 1 FROM share_photos c WHERE c.share_id = l.share_id))\
      """;

  private final JdbcClient sql;
  private final Clock clock;

  ShareStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// @throws Problem.NotFound if a photo or the album is not there any more
  void add(Share share, List<String> photoIds) {
    sql.sql(
            """
            INSERT INTO shares (share_id, token, user_id, album_id, title, password_hash,
              password_version, comments, likes, download, expires_at, created_at)
            VALUES (:share, :token, :user, :album, :title, :password,
              :version, :comments, :likes, :download, :expires, :now)
            """)
        .param("share", share.shareId())
        .param("token", share.token())
        .param("user", share.userId())
        .param("album", share.albumId())
        .param("title", share.title())
        .param("password", share.passwordHash())
        .param("version", share.passwordVersion())
        .param("comments", share.comments())
        .param("likes", share.likes())
        .param("download", share.download().word())
        .param("expires", share.expiresAt())
        .param("now", share.createdAt())
        .update();
    write(share.shareId(), photoIds);
  }

  /// The changes of an edit; null leaves a setting as it is. Only these are written, so that two
  /// edits at once do not undo each other.
  ///
  /// @param passwordHash empty for none; ends what was opened with another one
  /// @param expiresAt 0 for never
  /// @param shown what the link shows instead
  record Edit(
      @Nullable String title,
      @Nullable String passwordHash,
      @Nullable Boolean comments,
      @Nullable Boolean likes,
      @Nullable Download download,
      @Nullable Long expiresAt,
      @Nullable Shown shown) {}

  /// @param albumId null for chosen photos
  /// @param photoIds none for an album
  record Shown(@Nullable String albumId, List<String> photoIds) {}

  /// @throws Problem.NotFound if the link, or one of the photos, is not there any more
  void change(String shareId, Edit edit) {
    int found =
        sql.sql(
                """
            UPDATE shares SET title = COALESCE(:title, title),
              password_version =
                CASE WHEN :password IS NULL THEN password_version ELSE password_version + 1 END,
              password_hash = COALESCE(:password, password_hash),
              comments = COALESCE(:comments, comments), likes = COALESCE(:likes, likes),
              download = COALESCE(:download, download), expires_at = COALESCE(:expires, expires_at)
            WHERE share_id = :share
            """)
            .param("title", edit.title())
            .param("password", edit.passwordHash())
            .param("comments", edit.comments())
            .param("likes", edit.likes())
            .param("download", edit.download() == null ? null : edit.download().word())
            .param("expires", edit.expiresAt())
            .param("share", shareId)
            .update();
    if (found == 0) {
      throw new Problem.NotFound("link");
    }
    if (edit.shown() != null) {
      show(shareId, edit.shown());
    }
  }

  private void show(String shareId, Shown shown) {
    sql.sql("UPDATE shares SET album_id = :album WHERE share_id = :share")
        .param("album", shown.albumId())
        .param("share", shareId)
        .update();
    sql.sql("DELETE FROM share_photos WHERE share_id = :share").param("share", shareId).update();
    write(shareId, shown.photoIds());
  }

  /// @throws Problem.NotFound if a photo was deleted meanwhile
  private void write(String shareId, List<String> photoIds) {
    try {
      for (int position = 0; position < photoIds.size(); position++) {
        sql.sql("INSERT INTO share_photos VALUES (:share, :photo, :position)")
            .param("share", shareId)
            .param("photo", photoIds.get(position))
            .param("position", position + 1)
            .update();
      }
    } catch (DataIntegrityViolationException noSuchPhoto) {
      throw new Problem.NotFound("photo");
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
    if (!Id.isPossible(token)) {
      return Optional.empty();
    }
    return sql.sql(OPEN)
        .param("token", token)
        .param("now", clock.millis())
        .param("viewer", viewerId)
        .query(Share::read)
        .optional();
  }

  @Transactional(readOnly = true)
  long count(long userId) {
    return sql.sql("SELECT count(*) FROM shares l WHERE l.user_id = :user AND " + IS_OF_SOMETHING)
        .param("user", userId)
        .query(Long.class)
        .single();
  }

  /// A person's links before an id, newest first, including ended ones, without those of which
  /// everything is deleted for good.
  ///
  /// @param photo null for all, or the id of a photo that they show
  @Transactional(readOnly = true)
  List<Share> list(long userId, @Nullable String photo, String before, int rows) {
    return sql.sql(
            """
            SELECT l.* FROM shares l WHERE l.user_id = :viewer AND l.share_id < :before AND %s
              AND (:photo IS NULL
                OR EXISTS (SELECT 1 FROM photos p WHERE p.photo_id = :photo AND %s))
            ORDER BY l.share_id DESC LIMIT :rows
            """
                .formatted(IS_OF_SOMETHING, LinkVisibility.shows("l.share_id")))
        .param("viewer", userId)
        .param("photo", photo)
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
