package lumina.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The camera of a picture, and how it was set; what is unknown is left out.
///
/// @param exposureTime in seconds
/// @param fNumber the focal length divided by the opening of the lens
/// @param focalLength in millimetres
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Camera(
    @Nullable String make,
    @Nullable String model,
    @Nullable String lens,
    @Nullable Double exposureTime,
    @Nullable Double fNumber,
    @Nullable Integer iso,
    @Nullable Double focalLength) {
  private static final Camera UNKNOWN = new Camera(null, null, null, null, null, null, null);

  static @Nullable Camera read(Map<String, String> values) {
    String iso = values.get("iso");
    Camera camera =
        new Camera(
            values.get("make"),
            values.get("model"),
            values.get("lens"),
            number(values.get("exposure_time")),
            number(values.get("f_number")),
            iso == null ? null : Integer.valueOf(iso),
            number(values.get("focal_length")));
    return camera.orNull();
  }

  /// Returns null if nothing is known.
  public @Nullable Camera orNull() {
    return equals(UNKNOWN) ? null : this;
  }

  private static @Nullable Double number(@Nullable String written) {
    return written == null ? null : Double.valueOf(written);
  }

  void write(Map<String, Object> values) {
    put(values, "make", make);
    put(values, "model", model);
    put(values, "lens", lens);
    put(values, "exposure_time", exposureTime);
    put(values, "f_number", fNumber);
    put(values, "iso", iso);
    put(values, "focal_length", focalLength);
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }
}
