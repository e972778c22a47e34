package lumina.media.capture;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.media.Camera;
import lumina.media.Capture;
import lumina.media.Place;
import lumina.media.Taken;
import org.jspecify.annotations.Nullable;

/// Reads from the tags of a video how it was taken.
public final class VideoCapture {
  private static final String APPLE = "com.apple.quicktime.";

  /// As in `+48.8577+002.295+035/`.
  private static final Pattern PLACE =
      Pattern.compile(
          "([-+]\\d{1,2}(?:\\.\\d+)?)([-+]\\d{1,3}(?:\\.\\d+)?)([-+]\\d+(?:\\.\\d+)?)?.*");

  private VideoCapture() {}

  /// @param now milliseconds since 1970
  public static Capture of(Map<String, String> tags, long now) {
    CameraClock clock = new CameraClock(now);
    Taken taken =
        Stream.of(APPLE + "creationdate", "creation_time", "date")
            .flatMap(
                name -> clock.read(tags.get(name), null, null, Taken.Source.CONTAINER).stream())
            .findFirst()
            .orElse(null);
    return new Capture(taken, camera(tags), place(tags));
  }

  private static @Nullable Camera camera(Map<String, String> tags) {
    return new Camera(
            word(tags.get(APPLE + "make")),
            word(tags.get(APPLE + "model")),
            null,
            null,
            null,
            null,
            null)
        .orNull();
  }

  private static @Nullable String word(@Nullable String tag) {
    return Optional.ofNullable(tag)
        .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
        .filter(text -> !text.isEmpty() && text.length() <= 100)
        .orElse(null);
  }

  private static @Nullable Place place(Map<String, String> tags) {
    String written =
        tags.getOrDefault(APPLE + "location.ISO6709", tags.getOrDefault("location", ""));
    Matcher parts = PLACE.matcher(written.strip());
    if (!parts.matches()) {
      return null;
    }
    double latitude = Double.parseDouble(parts.group(1));
    double longitude = Double.parseDouble(parts.group(2));
    boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return possible && (latitude != 0 || longitude != 0)
        ? new Place(
            latitude, longitude, parts.group(3) == null ? null : Double.valueOf(parts.group(3)))
        : null;
  }
}
