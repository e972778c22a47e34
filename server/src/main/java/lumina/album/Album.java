package lumina.album;

import java.sql.ResultSet;
import java.sql.SQLException;
import lumina.access.AlbumAudience;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;

/// An album, without its photos; times in milliseconds since 1970.
///
/// @param contribute who may add photos
/// @param cover the id of the photo that its owner chose to stand for it; null without one
/// @param numbering how often all its positions were changed, see [AlbumPositions]
public record Album(
    String albumId,
    long userId,
    String title,
    String description,
    AlbumAudience audience,
    Contribution contribute,
    @Nullable String cover,
    long createdAt,
    long updatedAt,
    long numbering) {
  public static final FieldLimit TITLE = new FieldLimit("title", 1, 100);
  public static final FieldLimit DESCRIPTION = new FieldLimit("description", 2_000);

  static Album read(ResultSet row, int number) throws SQLException {
    return new Album(
        row.getString("album_id"),
        row.getLong("user_id"),
        row.getString("title"),
        row.getString("description"),
        AlbumAudience.stored(row.getString("audience")),
        Contribution.stored(row.getString("contribute")),
        row.getString("cover"),
        row.getLong("created_at"),
        row.getLong("updated_at"),
        row.getLong("numbering"));
  }
}
