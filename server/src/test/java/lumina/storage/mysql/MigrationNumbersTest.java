package lumina.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Up to migration 30 each database had its own numbering.
class MigrationNumbersTest {
  private static final Path SQL = Path.of("src", "main", "resources", "db");
  private static final Path JAVA = Path.of("src", "main", "java", "lumina", "storage");
  private static final int LAST_APART = 30;

  @Test
  void every_migration_has_one_number_on_both_databases() {
    Set<Integer> ofSqlite = versions(SQL.resolve("sqlite"), "^V(\\d+)__", false);
    Set<Integer> ofMySql = versions(SQL.resolve("mysql"), "^V(\\d+)__", false);
    ofSqlite.addAll(versions(JAVA.resolve("sqlite/migration"), "fromVersion\\(\"(\\d+)\"", true));
    ofMySql.addAll(versions(JAVA.resolve("mysql/migration"), "super\\(\"(\\d+)\"", true));
    assertThat(ofSqlite).contains(LAST_APART + 1).isEqualTo(ofMySql);
  }

  private static Set<Integer> versions(Path folder, String pattern, boolean within) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> within ? read(file) : file.getFileName().toString())
          .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
          .map((MatchResult found) -> Integer.valueOf(found.group(1)))
          .filter(version -> version > LAST_APART)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
