package lumina.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The people of the demo and what they do, as in `script.json`.
///
/// @param friends pairs of names
/// @param requests pairs of names: requester and receiver
/// @param messages sender, receiver, text
record Script(
    String password,
    List<String> people,
    List<List<String>> friends,
    List<List<String>> requests,
    List<List<String>> messages,
    List<Upload> uploads) {

  /// @param file the end of the picture's folder name
  /// @param comments pairs of a name and that person's text
  record Upload(
      String by,
      String file,
      String topic,
      String caption,
      List<String> tags,
      String audience,
      List<String> likedBy,
      List<List<String>> comments) {}

  static Script read() {
    try (InputStream json =
        Objects.requireNonNull(Script.class.getResourceAsStream("script.json"))) {
      return JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readValue(json, Script.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
