package lumina.upload;

import java.time.Duration;
import lumina.media.Capture;
import lumina.media.Place;
import lumina.media.Taken;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;

/// What another place says about a photo that is imported from there. An imported photo makes no
/// noise: nobody is told of it, and Home does not show it.
///
/// @param taken null if it is unknown
/// @param place null if it is unknown
/// @param createdAt when it was posted there, in milliseconds since 1970; null if it is unknown
public record Origin(@Nullable Taken taken, @Nullable Place place, @Nullable Long createdAt) {
  /// Time zones explain smaller differences between a moment and a clock on a wall.
  private static final long SAME_TIME = Duration.ofDays(1).toMillis();

  /// Returns what the file says, completed by what the place says.
  Capture complete(Capture read) {
    return read.or(isByPerson() ? null : taken).at(place);
  }

  /// Returns the time that its owner gave it there, or null if that is what the file says. The
  /// clock of a camera may be wrong, and the date of a scan is not that of the picture.
  private @Nullable Taken correction(Capture read) {
    Taken clock = read.taken();
    if (taken == null || (!isByPerson() && (clock == null || isSameTime(clock, taken)))) {
      return null;
    }
    return new Taken(taken.at(), taken.offset(), Taken.Source.PERSON);
  }

  private static boolean isSameTime(Taken one, Taken other) {
    return Math.abs(one.at() - other.at()) <= SAME_TIME;
  }

  private boolean isByPerson() {
    return taken != null && taken.from() == Taken.Source.PERSON;
  }

  /// The place of a photo in lists is that of its time: a life of photos must not push away what
  /// friends posted today.
  PhotoStore.Imported imported(Capture read, long now) {
    Taken correction = correction(read);
    Taken known = correction == null ? complete(read).taken() : correction;
    long at = createdAt != null ? createdAt : known != null ? known.at() : now;
    return new PhotoStore.Imported(Math.clamp(at, 0, now), correction);
  }
}
