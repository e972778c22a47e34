package lumina.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a photo is to those who look at it.
public enum MediaKind {
  IMAGE,
  VIDEO;

  public static MediaKind of(ImageFormat format) {
    return format.isVideo() ? VIDEO : IMAGE;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
