package lumina.photo.detail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Audience;
import lumina.media.Capture;
import lumina.storage.LocalBackend;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import lumina.storage.sql.Rows;
import lumina.text.Reaction;
import lumina.text.ReactionCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Stores photo items in SQLite, one row each.
@Repository
@LocalBackend
@Transactional
class SqlPhotoItems implements PhotoItems {
  private static final int MAX_REMEMBERED = 20_000;

  private static final String DEEDS =
      """
      SELECT photo_id, user_id, reaction, 0 AS comments FROM photo_likes
      WHERE photo_id IN (:photos) AND user_id IN (:people)
      UNION ALL
      SELECT photo_id, user_id, NULL, count(*) FROM comments
      WHERE photo_id IN (:photos) AND user_id IN (:people) GROUP BY photo_id, user_id
      """;

  private final JdbcClient sql;
  private final SqlPhotoItemReading reading;
  private final Remembered<String, PhotoItem> items;

  SqlPhotoItems(JdbcClient sql, SqlPhotoItemReading reading, Writes writes) {
    this.sql = sql;
    this.reading = reading;
    items = Remembered.ofPhotos(writes, MAX_REMEMBERED, reading::items);
  }

  /// Opens no transaction, because most items come from the cache.
  @Override
  @Transactional(propagation = Propagation.SUPPORTS)
  public Map<String, PhotoItem> read(long viewerId, Map<String, Long> photos) {
    Map<String, PhotoItem> found = items.getAll(photos.keySet());
    List<String> likedAtAll =
        found.values().stream().filter(it -> it.likes() > 0).map(PhotoItem::photoId).toList();
    if (viewerId != 0 && !likedAtAll.isEmpty()) {
      reading
          .reactions(viewerId, likedAtAll)
          .forEach(
              (photo, reaction) ->
                  found.computeIfPresent(photo, (id, item) -> item.with(reaction)));
    }
    return found;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Counts> deeds(Map<String, Long> photos, Map<String, Set<Long>> people) {
    Map<String, Counts> deeds = new HashMap<>();
    sql.sql(DEEDS)
        .param("photos", people.keySet())
        .param("people", people.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .query(
            row -> {
              String photo = row.getString("photo_id");
              if (people.getOrDefault(photo, Set.of()).contains(row.getLong("user_id"))) {
                deeds.merge(photo, counts(row), Counts::and);
              }
            });
    return deeds;
  }

  private static Counts counts(ResultSet row) throws SQLException {
    String reaction = row.getString("reaction");
    return new Counts(
        reaction == null ? ReactionCounts.NONE : ReactionCounts.one(Reaction.stored(reaction)),
        row.getLong("comments"));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<PhotoItem.LatestComment> latestExcept(Set<Long> people, String photoId) {
    return sql.sql(
            """
            SELECT comment_id, user_id, text, created_at FROM comments
            WHERE photo_id = :photo AND user_id NOT IN (:people) ORDER BY sort_key DESC LIMIT 1
            """)
        .param("photo", photoId)
        .param("people", people)
        .query(Rows.of(PhotoItem.LatestComment.class))
        .optional();
  }

  @Override
  public void add(NewPhoto photo, String username, long createdAt) {
    Columns columns = new Columns();
    photo.details().write(columns);
    columns.text("photo_id", photo.photoId());
    sql.sql(PhotoItemRows.insert(columns)).params(columns.values()).update();
  }

  @Override
  public void edit(String photoId, PhotoText.Edit edit, @Nullable Audience audience) {
    Columns columns = new Columns();
    edit.write(columns);
    set(photoId, columns);
  }

  @Override
  public void describe(String photoId, Picture picture) {
    Columns columns = new Columns();
    picture.write(columns);
    set(photoId, columns);
  }

  @Override
  public void describe(String photoId, Capture capture) {
    Columns columns = new Columns();
    PhotoDetails.write(capture, columns);
    set(photoId, columns);
  }

  private void set(String photoId, Columns columns) {
    if (PhotoItemRows.isEmpty(columns)) {
      return;
    }
    sql.sql(PhotoItemRows.update(columns))
        .params(columns.values())
        .param("photo_id", photoId)
        .update();
  }

  /// Deleting the photo's row in the index deletes its comments and likes.
  @Override
  public void remove(String photoId) {
    sql.sql("DELETE FROM photo_items WHERE photo_id = :photo").param("photo", photoId).update();
  }
}
