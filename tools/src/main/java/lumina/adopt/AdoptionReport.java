package lumina.adopt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found and done, for the person who started the adoption, and how far it is. Used by
/// several threads.
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

  /// Something that a person may want to look after, in a sentence.
  synchronized void note(String sentence) {
    if (notes.size() < MAX_NOTES) {
      notes.add(sentence);
    } else {
      unwritten++;
    }
  }

  /// Something that was decided by a rule of docs/operations.md.
  void decided(String what, String sentence) {
    count(what);
    note(sentence);
  }

  /// A stage has looked at so many more; that is told now and then.
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
