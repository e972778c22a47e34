package lumina.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a file says about how its picture was taken; each part is null if the file does not say it.
public record Capture(@Nullable Taken taken, @Nullable Camera camera, @Nullable Place place) {
  public static final Capture UNKNOWN = new Capture(null, null, null);

  /// Reads the form that [#written] makes.
  public static Capture read(String written) {
    Map<String, String> values =
        written
            .lines()
            .map(line -> line.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, again) -> first));
    return new Capture(Taken.read(values), Camera.read(values), Place.read(values));
  }

  /// One line for each value that is known, as in `iso=200`; empty without any. The worker answers
  /// in this form, and stores keep it.
  public String written() {
    Map<String, Object> values = new LinkedHashMap<>();
    if (taken != null) {
      taken.write(values);
    }
    if (camera != null) {
      camera.write(values);
    }
    if (place != null) {
      place.write(values);
    }
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining("\n"));
  }

  /// Returns this with the time that the sender of the file knows, if the file itself tells none.
  ///
  /// @param hint the date of the file
  public Capture or(@Nullable Taken hint) {
    return taken == null && hint != null ? new Capture(hint, camera, place) : this;
  }

  /// Returns this with a place that somebody else knows, if the file itself tells none.
  public Capture at(@Nullable Place known) {
    return place == null && known != null ? new Capture(taken, camera, known) : this;
  }
}
