package lumina;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The SQL that writes a table stands in one feature, so a reader finds all ways in which its rows
/// change. Lists, search and counts of other features read `photos` and `users` through the
/// conditions of `access`. (Migrations, and the transfer in `tools`, write all tables.)
class TableSqlTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", "")).resolve("src/main/java/lumina");
  private static final Pattern WRITE =
      Pattern.compile(
          "\\b(?:INSERT(?: OR \\w+| IGNORE)? INTO|REPLACE INTO|UPDATE|DELETE FROM) ([a-z_]{4,})");
  private static final Pattern RELATIONSHIP =
      Pattern.compile("\\b(FROM|JOIN|INTO|UPDATE)\\s+(blocks|friendships)\\b");

  private record Write(String table, String feature) {}

  @Test
  void each_table_is_written_by_one_feature() throws IOException {
    Map<String, Set<String>> writers =
        sources().stream()
            .filter(file -> !file.toString().contains("migration"))
            .flatMap(TableSqlTest::writes)
            .collect(groupingBy(Write::table, TreeMap::new, mapping(Write::feature, toSet())));
    assertThat(writers).containsKeys("photos", "users", "comments");
    assertThat(writers).allSatisfy((table, features) -> assertThat(features).hasSize(1));
  }

  /// Visibility is defined once: other packages include the conditions of `access` in their SQL.
  @Test
  void sql_about_friendships_and_blocks_stands_in_access_and_friend() throws IOException {
    assertThat(sources().stream().filter(file -> RELATIONSHIP.matcher(read(file)).find()))
        .isNotEmpty()
        .allMatch(file -> List.of("access", "friend").contains(feature(file)));
  }

  private static Stream<Write> writes(Path file) {
    return WRITE.matcher(read(file)).results().map(it -> new Write(it.group(1), feature(file)));
  }

  private static String feature(Path file) {
    return SOURCES.relativize(file).getName(0).toString();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
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
