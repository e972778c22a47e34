package lumina.imports.source;

import lumina.media.Place;
import org.jspecify.annotations.Nullable;

/// Makes places of what exports say.
final class Places {
  private static final double HIGHEST = 100_000;

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

  /// Leaves out an altitude that is not on earth, or hardly above it.
  static Place at(Place place, @Nullable Double altitude) {
    boolean possible = altitude != null && Math.abs(altitude) <= HIGHEST;
    return new Place(place.latitude(), place.longitude(), possible ? altitude : null);
  }
}
