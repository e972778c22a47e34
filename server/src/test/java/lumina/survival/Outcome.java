package lumina.survival;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What was promised and what is there.
///
/// @param acknowledged how many things people were told
/// @param lost things that are not there
/// @param twice things that are there twice, or again
/// @param orphans files that belong to nothing
/// @param broken counters that are wrong, photos that are not whole, processes that stay
/// @param longest the longest time until a request was answered
/// @param again bytes that clients sent again
public record Outcome(
    long acknowledged,
    Set<String> lost,
    Set<String> twice,
    List<String> orphans,
    List<String> broken,
    Duration longest,
    long again) {

  public static final String HEADER =
      """
      | fault | acknowledged | lost | twice | orphaned | broken | longest wait | sent again |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |""";

  /// What several runs have found, each in a place of its own.
  public static Outcome sum(List<Outcome> runs) {
    return new Outcome(
        runs.stream().mapToLong(Outcome::acknowledged).sum(),
        runs.stream().flatMap(it -> it.lost.stream()).collect(Collectors.toSet()),
        runs.stream().flatMap(it -> it.twice.stream()).collect(Collectors.toSet()),
        runs.stream().flatMap(it -> it.orphans.stream()).toList(),
        runs.stream().flatMap(it -> it.broken.stream()).toList(),
        runs.stream().map(Outcome::longest).max(Duration::compareTo).orElse(Duration.ZERO),
        runs.stream().mapToLong(Outcome::again).sum());
  }

  /// Whether nothing is wrong.
  public boolean isRight() {
    return lost.isEmpty() && twice.isEmpty() && orphans.isEmpty() && broken.isEmpty();
  }

  /// A row of a table.
  public String row(String fault) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %d | %d | %d | %d | %.1f s | %,d KB |",
        fault,
        acknowledged,
        lost.size(),
        twice.size(),
        orphans.size(),
        broken.size(),
        longest.toMillis() / 1e3,
        again / 1024);
  }

  /// Everything that is wrong.
  public List<String> wrong() {
    return List.of(lost, twice, orphans, broken).stream().flatMap(Collection::stream).toList();
  }
}
