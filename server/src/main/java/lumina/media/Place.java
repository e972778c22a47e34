package lumina.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a picture was taken.
///
/// @param latitude degrees north
/// @param longitude degrees east
/// @param altitude metres above the sea, left out if unknown
public record Place(
    double latitude,
    double longitude,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double altitude) {

  static @Nullable Place read(Map<String, String> values) {
    String latitude = values.get("latitude");
    String longitude = values.get("longitude");
    if (latitude == null || longitude == null) {
      return null;
    }
    String altitude = values.get("altitude");
    return new Place(
        Double.parseDouble(latitude),
        Double.parseDouble(longitude),
        altitude == null ? null : Double.valueOf(altitude));
  }

  void write(Map<String, Object> values) {
    values.put("latitude", latitude);
    values.put("longitude", longitude);
    if (altitude != null) {
      values.put("altitude", altitude);
    }
  }
}
