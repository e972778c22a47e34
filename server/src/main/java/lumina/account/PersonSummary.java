package lumina.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import lumina.access.Disclosure;
import lumina.access.Viewer;
import org.jspecify.annotations.Nullable;

/// A person, or a guest without an account, as shown beside their photos, comments and likes.
///
/// @param picture the version of their picture, null without one
/// @param disclosure what the viewer learns of how this person's photos were taken
/// @param hidden a block exists between this person and the viewer, in either direction
/// @param former the names of a guest before, see [GuestNames.GuestName]
public record PersonSummary(
    long id,
    String username,
    @Nullable String picture,
    Disclosure disclosure,
    boolean hidden,
    NavigableMap<Long, String> former) {
  public PersonSummary(
      long id, String username, @Nullable String picture, Disclosure disclosure, boolean hidden) {
    this(id, username, picture, disclosure, hidden, Collections.emptyNavigableMap());
  }

  static PersonSummary read(ResultSet row, int number) throws SQLException {
    return new PersonSummary(
        row.getLong("id"),
        row.getString("username"),
        row.getString("picture"),
        new Disclosure(
            row.getLong("id"), row.getBoolean("share_camera"), row.getBoolean("share_place")),
        row.getBoolean("hidden"));
  }

  static PersonSummary ofGuest(long id, GuestNames.GuestName guest) {
    Disclosure nothing = new Disclosure(id, false, false);
    return new PersonSummary(id, guest.name(), null, nothing, false, guest.former());
  }

  /// The name of the author of something that was written at a time: guests keep for it the name
  /// that they had then.
  public String nameAt(long time) {
    Map.Entry<Long, String> then = former.higherEntry(time);
    return then == null ? username : then.getValue();
  }

  public boolean isGuest() {
    return Viewer.isGuest(id);
  }

  PersonSummary hiddenByBlock() {
    return new PersonSummary(id, username, picture, disclosure, true, former);
  }

  /// Whether the person exists and no block hides them from the viewer.
  public static boolean isVisible(Map<Long, PersonSummary> faces, long id) {
    return visible(faces, id).findAny().isPresent();
  }

  /// The person, if they exist and no block hides them from the viewer; else empty.
  public static Stream<PersonSummary> visible(Map<Long, PersonSummary> faces, long id) {
    PersonSummary face = faces.get(id);
    return face == null || face.hidden() ? Stream.empty() : Stream.of(face);
  }
}
