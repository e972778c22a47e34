package lumina.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found and done, for the person who started the adoption. Used by several threads.
final class AdoptionReport {
  private static final int MOST_NOTES = 200;

  private final Map<String, Long> counts = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private long unwritten;

  void count(String what) {
    count(what, 1);
  }

  synchronized void count(String what, long many) {
    counts.merge(what, many, Long::sum);
  }

  /// Something that a person may want to look after, in a sentence.
  synchronized void note(String sentence) {
    if (notes.size() < MOST_NOTES) {
      notes.add(sentence);
    } else {
      unwritten++;
    }
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
