package lumina.photo.detail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.storage.LocalBackend;
import lumina.text.Reaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads items from SQLite without a viewer, and separately how somebody reacted to them.
@Repository
@LocalBackend
@Transactional(readOnly = true)
class SqlPhotoItemReading {
  private static final List<String> FIELDS =
      Stream.concat(PhotoItemRows.fields().stream(), PhotoItemRows.counts().stream()).toList();

  private static final String SELECT =
      """
      SELECT i.*,
        c.comment_id, c.user_id AS comment_user_id, c.text AS comment_text,
        c.created_at AS comment_created_at
      FROM photo_items i
      LEFT JOIN comments c ON c.photo_id = i.photo_id AND c.sort_key = (
        SELECT max(n.sort_key) FROM comments n WHERE n.photo_id = i.photo_id)
      WHERE i.photo_id IN (:photos)
      """;

  private final JdbcClient sql;

  SqlPhotoItemReading(JdbcClient sql) {
    this.sql = sql;
  }

  Map<String, PhotoItem> items(Set<String> photos) {
    return sql.sql(SELECT).param("photos", photos).query(SqlPhotoItemReading::item).list().stream()
        .collect(Collectors.toMap(PhotoItem::photoId, item -> item));
  }

  /// Reads how a person reacted to these photos, by photo id.
  Map<String, Reaction> reactions(long userId, Collection<String> photos) {
    Map<String, Reaction> reactions = new HashMap<>();
    sql.sql(
            """
            SELECT photo_id, reaction FROM photo_likes
            WHERE user_id = :user AND photo_id IN (:photos)
            """)
        .param("user", userId)
        .param("photos", photos)
        .query(
            row -> {
              reactions.put(row.getString("photo_id"), Reaction.stored(row.getString("reaction")));
            });
    return reactions;
  }

  private static PhotoItem item(ResultSet row, int number) throws SQLException {
    Columns fields = fields(row);
    return new PhotoItem(
        row.getString("photo_id"),
        PhotoDetails.read(fields),
        PhotoItem.reactions(fields),
        null,
        row.getLong("comment_count"),
        latest(row));
  }

  private static Columns fields(ResultSet row) throws SQLException {
    Columns fields = new Columns();
    for (String name : FIELDS) {
      fields.values().put(name, row.getObject(name));
    }
    return fields;
  }

  private static PhotoItem.@Nullable LatestComment latest(ResultSet row) throws SQLException {
    String commentId = row.getString("comment_id");
    return commentId == null
        ? null
        : new PhotoItem.LatestComment(
            commentId,
            row.getLong("comment_user_id"),
            row.getString("comment_text"),
            row.getLong("comment_created_at"));
  }
}
