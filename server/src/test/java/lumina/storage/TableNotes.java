package lumina.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A file of notes about tables and columns: sections of lines whose fields are separated by `|`.
///
/// @param file its path, for messages
/// @param sections by name; each contains the other fields of a line by its first field
public record TableNotes(String file, Map<String, Map<String, List<String>>> sections) {
  /// The prefix of a reason why something is not done.
  public static final String NO = "no: ";

  /// @param module the module with the file
  public static TableNotes read(String module, String resource) {
    String file = module + "/src/test/resources" + resource;
    Map<String, Map<String, List<String>>> sections = new HashMap<>();
    Map<String, List<String>> section = new HashMap<>();
    for (String line : lines(resource)) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, name -> new LinkedHashMap<>());
      } else {
        List<String> fields = Stream.of(line.split("\\|")).map(String::strip).toList();
        if (fields.stream().anyMatch(field -> field.isEmpty() || field.equals(NO.strip()))) {
          throw new IllegalArgumentException("A reason is missing in %s: %s".formatted(file, line));
        }
        section.put(fields.getFirst(), fields.subList(1, fields.size()));
      }
    }
    return new TableNotes(file, sections);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = TableNotes.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, List<String>> section(String name) {
    return Objects.requireNonNull(sections.get("[%s]".formatted(name)), name);
  }
}
