package lumina.imports.source;

import lumina.media.Place;
import org.jspecify.annotations.Nullable;

/// Makes places of what exports say.
final class Places {
  private Places() {}

  /// Returns null if there is no such place.
  static @Nullable Place of(@Nullable Double latitude, @Nullable Double longitude) {
    return latitude == null
            || longitude == null
            || !(Math.abs(latitude) <= 90)
            || !(Math.abs(longitude) <= 180)
        ? null
        : new Place(latitude, longitude, null);
  }
}
