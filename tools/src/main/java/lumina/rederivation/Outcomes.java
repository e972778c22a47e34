package lumina.rederivation;

import java.util.EnumMap;
import java.util.Map;

/// Counts the results of a rederivation; thread-safe.
final class Outcomes {
  enum Outcome {
    DONE("recreated"),
    OLDER("skipped: made by an older version"),
    MISSING("without a file"),
    REFUSED("skipped: their file is not a readable picture"),
    FAILED("failed");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

  synchronized void count(Outcome outcome) {
    counts.merge(outcome, 1L, Long::sum);
  }

  synchronized long all() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized boolean hasFailures() {
    return counts.containsKey(Outcome.FAILED);
  }

  /// @param what plural noun for the counted things
  synchronized String summary(String what) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (outcome, many) -> text.append("%,10d  %s %s%n".formatted(many, what, outcome.words)));
    return text.toString();
  }
}
