package lumina.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person as they stand beside what they did.
///
/// @param picture the version of their picture, null without one
/// @param hidden a block stands between them and the viewer, whoever set it
public record PersonSummary(long id, String username, @Nullable String picture, boolean hidden) {
  static PersonSummary read(ResultSet row, int number) throws SQLException {
    return new PersonSummary(
        row.getLong("id"),
        row.getString("username"),
        row.getString("picture"),
        row.getBoolean("hidden"));
  }

  /// Whether somebody is there, and no block stands between them and the viewer.
  public static boolean isVisible(Map<Long, PersonSummary> faces, long id) {
    return visible(faces, id).findAny().isPresent();
  }

  /// The face of a person, if the viewer may see it: nothing is left of who is gone.
  public static Stream<PersonSummary> visible(Map<Long, PersonSummary> faces, long id) {
    PersonSummary face = faces.get(id);
    return face == null || face.hidden() ? Stream.empty() : Stream.of(face);
  }
}
