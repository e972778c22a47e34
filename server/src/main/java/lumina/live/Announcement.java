package lumina.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event to write to the logs of some people.
///
/// @param data JSON
/// @param once identifies what happened: each person gets only one event with this name
/// @param photoId those who have this photo open get the event, too, unless all of the people had
///   it before
record Announcement(
    List<Long> people, String type, String data, @Nullable String once, @Nullable String photoId) {
  Announcement(List<Long> people, String type, String data, @Nullable String once) {
    this(people, type, data, once, null);
  }
}
