package lumina.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.access.Audience;
import org.jspecify.annotations.Nullable;

/// The arguments of the command `import`.
///
/// @param report the file for the report, null for none
public record ImportArguments(ImportRequest request, @Nullable String report) {
  /// Empty if they make no sense.
  public static Optional<ImportArguments> of(List<String> words) {
    return new Reading().read(words.iterator());
  }

  private static final class Reading {
    private final List<String> paths = new ArrayList<>();
    private @Nullable String user;
    private @Nullable String report;
    private Audience audience = Audience.PRIVATE;
    private boolean albums;
    private boolean dryRun;

    Optional<ImportArguments> read(Iterator<String> words) {
      while (words.hasNext()) {
        if (!read(words.next(), words)) {
          return Optional.empty();
        }
      }
      return user == null || paths.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ImportArguments(
                  new ImportRequest(user, List.copyOf(paths), audience, albums, dryRun), report));
    }

    private boolean read(String word, Iterator<String> rest) {
      switch (word) {
        case "--albums" -> albums = true;
        case "--dry-run" -> dryRun = true;
        case "--user", "--report", "--audience" -> {
          return rest.hasNext() && valued(word, rest.next());
        }
        default -> {
          paths.add(word);
          return !word.startsWith("--");
        }
      }
      return true;
    }

    private boolean valued(String option, String value) {
      switch (option) {
        case "--user" -> user = value;
        case "--report" -> report = value;
        default -> {
          Optional<Audience> named =
              Stream.of(Audience.values()).filter(one -> one.word().equals(value)).findAny();
          audience = named.orElse(audience);
          return named.isPresent();
        }
      }
      return true;
    }
  }
}
