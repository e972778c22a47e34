package lumina.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import lumina.imaging.ImageFormat;

/// What the index knows of a photo: enough to say who may see it, and in which list it stands
/// where.
///
/// @param position its place in every list, see [Position]
/// @param topic as first written, empty when it has none
/// @param format of the original
/// @param revision of what its item says, see [PhotoRevisions]
/// @param version of its files and audience, see [ImageAddresses]
/// @param fileName what its file was called, empty if that is unknown
/// @param clean what others get as its original
record IndexEntry(
    long position,
    String photoId,
    long userId,
    String topic,
    Audience audience,
    ImageFormat format,
    long revision,
    long version,
    String fileName,
    Clean clean) {

  static IndexEntry read(ResultSet row, int number) throws SQLException {
    return new IndexEntry(
        row.getLong("position"),
        row.getString("photo_id"),
        row.getLong("user_id"),
        row.getString("topic"),
        Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        ImageFormat.valueOf(row.getString("format")),
        row.getLong("revision"),
        row.getLong("version"),
        row.getString("file_name"),
        Clean.of(row.getString("clean")));
  }

  /// Milliseconds since 1970.
  long createdAt() {
    return Position.timeOf(position);
  }

  String fullKey() {
    return PhotoKeys.full(photoId, format);
  }

  String cleanKey() {
    return PhotoKeys.clean(photoId, format);
  }
}
