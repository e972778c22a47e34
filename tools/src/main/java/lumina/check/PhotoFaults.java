package lumina.check;

import java.util.List;

/// What is wrong with the files that are made from a photo's original, by their keys.
record PhotoFaults(List<String> missing, List<String> damaged) {
  static final PhotoFaults NONE = new PhotoFaults(List.of(), List.of());

  boolean areNone() {
    return equals(NONE);
  }

  boolean areOnlyOf(String key) {
    return missing.size() + damaged.size() == 1 && (missing.contains(key) || damaged.contains(key));
  }

  /// The end of a sentence that begins with the photo.
  @Override
  public String toString() {
    String lacks = "lacks " + String.join(", ", missing);
    String has = "has damaged files: " + String.join(", ", damaged);
    if (damaged.isEmpty()) {
      return lacks;
    }
    return missing.isEmpty() ? has : lacks + " and " + has;
  }
}
