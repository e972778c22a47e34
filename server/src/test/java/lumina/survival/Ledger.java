package lumina.survival;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the answers of a server promised, to be compared with what is there. A thing is a sentence,
/// such as `like of ann-3 by bob`.
final class Ledger {
  private enum Promise {
    /// Asked for, and not answered: it may be there or not, but not twice.
    NONE,
    THERE,
    GONE
  }

  private final Map<String, Promise> promises = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /// Asked for, not answered yet.
  void asked(String thing) {
    promises.put(thing, Promise.NONE);
  }

  void there(String thing) {
    promises.put(thing, Promise.THERE);
  }

  void gone(String thing) {
    promises.put(thing, Promise.GONE);
  }

  /// Something that must not happen.
  void fault(String what) {
    faults.add(what);
  }

  long acknowledged() {
    return promises.values().stream().filter(it -> it != Promise.NONE).count();
  }

  /// Things that were promised and are not there.
  Set<String> lost(Collection<String> found) {
    Set<String> lost = new TreeSet<>();
    promises.forEach(
        (thing, promise) -> {
          if (promise == Promise.THERE) {
            lost.add(thing);
          }
        });
    lost.removeAll(new HashSet<>(found));
    return lost;
  }

  /// Things that are there more than once, though they were removed, or though nobody asked for
  /// them.
  Set<String> twice(Collection<String> found) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (String thing : found) {
      Promise promise = promises.getOrDefault(thing, Promise.GONE);
      if (!seen.add(thing) || promise == Promise.GONE) {
        twice.add(thing);
      }
    }
    return twice;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}
