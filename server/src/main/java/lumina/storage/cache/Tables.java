package lumina.storage.cache;

import java.util.HashSet;
import java.util.Set;

/// The tables that something reads or changes.
///
/// @param all whether it may be any; then none is named
public record Tables(boolean all, Set<String> names) {
  public static final Tables NONE = new Tables(false, Set.of());
  public static final Tables ALL = new Tables(true, Set.of());

  public static Tables of(Set<String> names) {
    return names.isEmpty() ? NONE : new Tables(false, Set.copyOf(names));
  }

  public Tables and(Tables other) {
    if (all || other.all) {
      return ALL;
    }
    if (names.containsAll(other.names)) {
      return this;
    }
    Set<String> both = new HashSet<>(names);
    both.addAll(other.names);
    return of(both);
  }
}
