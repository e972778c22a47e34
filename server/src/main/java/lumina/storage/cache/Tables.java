package lumina.storage.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The tables that something reads or changes.
///
/// @param all whether it may be any; then none is named
/// @param names those of which it may be any rows
/// @param rows those rows of other tables that belong to one photo
public record Tables(boolean all, Set<String> names, Set<OfPhoto> rows) {
  public static final Tables NONE = new Tables(false, Set.of(), Set.of());
  public static final Tables ALL = new Tables(true, Set.of(), Set.of());

  /// The rows of a table that have a photo's id in their column `photo_id`.
  public record OfPhoto(String table, String photoId) {}

  public static Tables of(Set<String> names) {
    return names.isEmpty() ? NONE : new Tables(false, Set.copyOf(names), Set.of());
  }

  /// Only the rows of a photo.
  public Tables ofPhoto(String photoId) {
    return new Tables(
        all,
        Set.of(),
        names.stream().map(name -> new OfPhoto(name, photoId)).collect(Collectors.toSet()));
  }

  public Tables and(Tables other) {
    if (all || other.all) {
      return ALL;
    }
    if (names.containsAll(other.names) && rows.containsAll(other.rows)) {
      return this;
    }
    return new Tables(false, union(names, other.names), union(rows, other.rows));
  }

  private static <T> Set<T> union(Set<T> some, Set<T> others) {
    Set<T> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
