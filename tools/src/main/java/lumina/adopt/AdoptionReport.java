package lumina.adopt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reports findings, actions and progress to the operator who started the adoption; thread-safe.
final class AdoptionReport {
  private static final int MAX_NOTES = 10_000;
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private long unwritten;
  private long done;
  private long told = System.nanoTime();

  void count(String what) {
    count(what, 1);
  }

  synchronized void count(String what, long many) {
    counts.merge(what, many, Long::sum);
  }

  /// Notes something that the operator may want to look after, in a sentence.
  synchronized void note(String sentence) {
    if (notes.size() < MAX_NOTES) {
      notes.add(sentence);
    } else {
      unwritten++;
    }
  }

  /// Notes a decision by a rule of docs/operations.md.
  void decided(String what, String sentence) {
    count(what);
    note(sentence);
  }

  /// Counts finished work of a stage, and prints the progress at intervals.
  synchronized void step(String stage, long many) {
    done += many;
    if (System.nanoTime() - told > PAUSE) {
      told = System.nanoTime();
      System.out.printf("… %,d %s%n", done, stage);
    }
  }

  synchronized void finish(String stage) {
    System.out.printf("checked %,d %s%n", done, stage);
    done = 0;
    told = System.nanoTime();
  }

  synchronized long counted(String what) {
    return counts.getOrDefault(what, 0L);
  }

  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach((what, many) -> text.append("%,10d  %s%n".formatted(many, what)));
    notes.forEach(note -> text.append("  - ").append(note).append(System.lineSeparator()));
    if (unwritten > 0) {
      text.append("  - and %,d more like these%n".formatted(unwritten));
    }
    return text.toString();
  }
}
