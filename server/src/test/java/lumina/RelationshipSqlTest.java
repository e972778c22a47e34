package lumina;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Visibility is defined once: other packages include the conditions of `access` in their SQL. (The
/// transfer also copies the two tables, by name.)
class RelationshipSqlTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/java/lumina");
  private static final List<String> MAY_NAME_THEM = List.of("access", "friend");
  private static final Pattern NAMED =
      Pattern.compile("\\b(FROM|JOIN|INTO|UPDATE)\\s+(blocks|friendships)\\b");

  @Test
  void sql_about_friendships_and_blocks_stands_in_access_and_friend() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> naming =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> NAMED.matcher(read(file)).find())
              .map(SOURCES::relativize)
              .toList();
      assertThat(naming)
          .isNotEmpty()
          .allMatch(file -> MAY_NAME_THEM.contains(file.getName(0).toString()));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
