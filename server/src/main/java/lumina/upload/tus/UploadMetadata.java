package lumina.upload.tus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lumina.access.Audience;
import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoText;
import lumina.upload.Duplicates;
import org.jspecify.annotations.Nullable;

/// What a client says about a file, in the header `Upload-Metadata`: keys, each with a value in
/// Base64. The keys are the fields of `POST /api/photos`, and `filename` and `album`; or `import`,
/// `number` and `filename`, if it is a zip of an import. Others mean nothing.
record UploadMetadata(Map<String, String> values) {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,100}");

  /// @param header null if there is none
  /// @throws Problem.Invalid if it cannot be read
  static UploadMetadata of(@Nullable String header) {
    Map<String, String> values = new HashMap<>();
    if (header != null && !header.isBlank()) {
      for (String pair : header.split(",", -1)) {
        String[] parts = pair.strip().split(" +", 2);
        String value = parts.length == 2 ? decode(parts[1]) : "";
        if (!KEY.matcher(parts[0]).matches() || values.put(parts[0], value) != null) {
          throw unreadable();
        }
      }
    }
    return new UploadMetadata(values);
  }

  private static String decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException unreadable) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return new Problem.Invalid(
        "Upload-Metadata",
        "invalid_metadata",
        "The metadata is not keys, each once, with values of UTF-8 in Base64.");
  }

  /// Checks what [#text] and the others read.
  ///
  /// @throws Problem.Invalid if the photo could not have it
  void require() {
    text();
    takenHint();
    duplicates();
    Audience.named(audience());
  }

  private @Nullable String value(String key) {
    String value = values.get(key);
    return value == null || value.isBlank() ? null : value;
  }

  @Nullable String fileName() {
    return value("filename");
  }

  @Nullable String audience() {
    return value("audience");
  }

  @Nullable String album() {
    return value("album");
  }

  @Nullable String importId() {
    return value("import");
  }

  /// Returns the number of the zip in its import.
  ///
  /// @throws Problem.Invalid if it is no number
  int number() {
    String number = values.getOrDefault("number", "0");
    if (!number.matches("\\d{1,6}")) {
      throw Problem.Invalid.unusable("number");
    }
    return Integer.parseInt(number);
  }

  Duplicates duplicates() {
    return Duplicates.named(value("duplicate"));
  }

  /// @throws Problem.Invalid if a text is too long, or there are too many tags
  PhotoText text() {
    String tags = value("tags");
    return PhotoText.of(value("topic"), value("caption"), tags == null ? null : List.of(tags));
  }

  /// @throws Problem.Invalid if it is no number
  @Nullable Long takenHint() {
    String hint = value("taken_hint");
    try {
      return hint == null ? null : Long.valueOf(hint.strip());
    } catch (NumberFormatException noNumber) {
      throw Problem.Invalid.unusable("taken_hint");
    }
  }
}
