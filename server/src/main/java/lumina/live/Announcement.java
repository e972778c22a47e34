package lumina.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that people are about to be told.
///
/// @param data JSON
/// @param once names the deed: nobody is told of it again under the same name
/// @param photoId whoever has this photo open is told, too, unless all of the people were told
///   before
record Announcement(
    List<Long> people, String type, String data, @Nullable String once, @Nullable String photoId) {
  Announcement(List<Long> people, String type, String data, @Nullable String once) {
    this(people, type, data, once, null);
  }
}
