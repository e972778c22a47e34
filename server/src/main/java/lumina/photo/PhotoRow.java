package lumina.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lumina.imaging.DerivedImage;
import lumina.imaging.ImageFormat;
import org.jspecify.annotations.Nullable;

/// A row of the photos table, read and written.
final class PhotoRow {
  private PhotoRow() {}

  static Photo read(ResultSet row, int number) throws SQLException {
    String tags = row.getString("tags");
    return new Photo(
        row.getLong("position"),
        row.getString("photo_id"),
        row.getLong("user_id"),
        row.getString("username"),
        row.getString("user_picture"),
        row.getString("topic"),
        row.getString("caption"),
        tags.isEmpty() ? List.of() : List.of(tags.split(",")),
        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        row.getLong("created_at"),
        ImageFormat.valueOf(row.getString("format")),
        row.getLong("bytes"),
        row.getInt("width"),
        row.getInt("height"),
        row.getString("placeholder"),
        row.getBoolean("damaged"),
        row.getLong("likes"),
        row.getBoolean("liked"),
        row.getLong("comment_count"),
        latestComment(row));
  }

  private static Photo.@Nullable LatestComment latestComment(ResultSet row) throws SQLException {
    String commentId = row.getString("comment_id");
    return commentId == null
        ? null
        : new Photo.LatestComment(
            commentId,
            row.getLong("comment_user_id"),
            row.getString("comment_username"),
            row.getString("comment_text"),
            row.getLong("comment_created_at"));
  }

  static PhotoStore.StoredImage readImage(ResultSet row, int number) throws SQLException {
    return new PhotoStore.StoredImage(
        row.getString("photo_id"),
        row.getLong("user_id"),
        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        ImageFormat.valueOf(row.getString("format")));
  }

  static Map<String, ?> columns(NewPhoto photo) {
    DerivedImage image = photo.image();
    return Map.ofEntries(
        Map.entry("photo_id", photo.photoId()),
        Map.entry("user_id", photo.userId()),
        Map.entry("topic", photo.words().topic()),
        Map.entry("topic_key", Words.key(photo.words().topic())),
        Map.entry("caption", photo.words().caption()),
        Map.entry("tags", String.join(",", photo.words().tags())),
        Map.entry("audience", photo.audience().word()),
        Map.entry("format", image.format().name()),
        Map.entry("bytes", photo.bytes()),
        Map.entry("width", image.width()),
        Map.entry("height", image.height()),
        Map.entry("placeholder", image.placeholder()),
        Map.entry("damaged", image.damaged()));
  }
}
