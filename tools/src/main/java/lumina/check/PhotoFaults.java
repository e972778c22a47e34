package lumina.check;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What is wrong with the files that are made from a photo's original.
record PhotoFaults(List<Fault> faults) {
  static final PhotoFaults NONE = new PhotoFaults(List.of());

  enum Kind {
    MISSING,
    /// The store has something else there, or gives an error.
    UNREADABLE,
    DAMAGED,
    /// It is a whole picture, but another one.
    UNFIT
  }

  /// @param reason for people; empty if the kind says it all
  record Fault(String key, Kind kind, String reason) {
    boolean isMissing() {
      return kind == Kind.MISSING;
    }

    /// Whether the picture can be decoded nevertheless.
    boolean isPicture() {
      return kind == Kind.UNFIT;
    }

    @Override
    public String toString() {
      return reason.isEmpty() ? key : "%s (%s)".formatted(key, reason);
    }
  }

  boolean areNone() {
    return faults.isEmpty();
  }

  boolean areOnlyOf(String key) {
    return faults.size() == 1 && has(key);
  }

  boolean has(String key) {
    return faults.stream().anyMatch(it -> it.key().equals(key));
  }

  /// The keys at which something may be in the way of a new file: a folder, or a link to nowhere.
  List<String> places() {
    return faults.stream()
        .filter(it -> it.isMissing() || it.kind() == Kind.UNREADABLE)
        .map(Fault::key)
        .toList();
  }

  /// The end of a sentence that begins with the photo.
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    add(parts, "lacks ", Fault::isMissing);
    add(parts, "has damaged files: ", it -> !it.isMissing());
    return String.join(" and ", parts);
  }

  private void add(List<String> parts, String verb, Predicate<Fault> which) {
    String files = faults.stream().filter(which).map(Fault::toString).collect(joining(", "));
    if (!files.isEmpty()) {
      parts.add(verb + files);
    }
  }
}
