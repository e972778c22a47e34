package lumina.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// The contents of a library: the number of records of each kind, and their checksums.
record Manifest(String backend, Map<String, Tally> tallies) {
  /// @param counted records to count; files count with their photos
  static Manifest of(Library library, Predicate<EntityRecord> counted) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Records records : library.records()) {
      Tally tally = new Tally();
      records.each(page -> page.stream().filter(counted).forEach(row -> tally.add(row.form())));
      tallies.put(records.kind().words(), tally);
    }
    tallies.put("image files", new ImageFiles(library).tally(counted));
    return new Manifest(library.backend(), tallies);
  }

  boolean isAs(Manifest other) {
    return tallies.keySet().stream().allMatch(kind -> isAs(other, kind));
  }

  private boolean isAs(Manifest other, String kind) {
    return of(kind).isAs(other.of(kind));
  }

  private Tally of(String kind) {
    return Objects.requireNonNull(tallies.get(kind));
  }

  /// One line for each kind.
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder("%-16s  %30s%n".formatted("", backend));
    tallies.forEach((kind, tally) -> table.append("%-16s  %s%n".formatted(kind, tally)));
    return table.toString();
  }

  /// Shows both manifests side by side, and the differences.
  String beside(Manifest other) {
    StringBuilder table =
        new StringBuilder("%-16s  %30s  %30s%n".formatted("", backend, other.backend));
    tallies.forEach(
        (kind, tally) ->
            table.append(
                "%-16s  %s  %s  %s%n"
                    .formatted(
                        kind, tally, other.of(kind), isAs(other, kind) ? "same" : "DIFFERENT")));
    return table.toString();
  }
}
