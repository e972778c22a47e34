package lumina.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What tables.txt states about every table.
///
/// @param tables by their names
/// @param notCopied columns that a move omits, as `table.column`
/// @param alone tables and columns that only one of the databases has
/// @param keyless columns that refer to a person without a foreign key, as `table.column`
public record Fates(
    Map<String, Fate> tables, Set<String> notCopied, Set<String> alone, Set<String> keyless) {
  static final String FILE = "server/src/test/resources/lumina/tables.txt";
  static final String NO = "no: ";

  /// @param moved a kind of record, or why a move does not copy the table
  /// @param taken the file of the account's export, or why there is none
  /// @param deleted what deletes the rows when their person leaves, or why nothing does
  record Fate(String moved, String taken, String deleted) {
    boolean isCopied() {
      return !moved.startsWith(NO);
    }

    Entity kind() {
      return Entity.valueOf(moved.toUpperCase(Locale.ROOT));
    }
  }

  /// The files of an account's export, except photos.
  public static Set<String> filesTakenAlong() {
    return read().tables().values().stream()
        .map(Fate::taken)
        .filter(taken -> !taken.startsWith(NO))
        .collect(Collectors.toSet());
  }

  static Fates read() {
    Map<String, Map<String, List<String>>> sections = new HashMap<>();
    Map<String, List<String>> section = new HashMap<>();
    for (String line : lines()) {
      if (line.startsWith("[")) {
        section = sections.computeIfAbsent(line, name -> new LinkedHashMap<>());
      } else {
        List<String> fields = Stream.of(line.split("\\|")).map(String::strip).toList();
        if (fields.stream().anyMatch(field -> field.isEmpty() || field.equals(NO.strip()))) {
          throw new IllegalArgumentException("A reason is missing in %s: %s".formatted(FILE, line));
        }
        section.put(fields.getFirst(), fields.subList(1, fields.size()));
      }
    }
    Map<String, Fate> tables = new LinkedHashMap<>();
    names(sections, "[tables]")
        .forEach(
            (table, fate) -> tables.put(table, new Fate(fate.get(0), fate.get(1), fate.get(2))));
    return new Fates(
        tables,
        names(sections, "[columns that a move does not copy]").keySet(),
        names(sections, "[on one database only]").keySet(),
        names(sections, "[people without a foreign key]").keySet());
  }

  private static Map<String, List<String>> names(
      Map<String, Map<String, List<String>>> sections, String section) {
    return Objects.requireNonNull(sections.get(section), section);
  }

  private static Collection<String> lines() {
    try (InputStream in = Fates.class.getResourceAsStream("/lumina/tables.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
