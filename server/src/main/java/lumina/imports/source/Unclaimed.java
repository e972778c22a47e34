package lumina.imports.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files that no reader has claimed yet, in the order in which they were found.
final class Unclaimed {
  private final SequencedSet<SourceFile> files = new LinkedHashSet<>();
  private final Map<String, SequencedSet<SourceFile>> byPath = new HashMap<>();

  Unclaimed(Collection<SourceFile> all) {
    for (SourceFile file : all) {
      files.add(file);
      byPath.computeIfAbsent(file.path(), path -> new LinkedHashSet<>()).add(file);
    }
  }

  List<SourceFile> like(Predicate<SourceFile> condition) {
    return files.stream().filter(condition).toList();
  }

  /// Several zips may have files with the same path, and so may one.
  Stream<SourceFile> at(String path) {
    return byPath.getOrDefault(path, new LinkedHashSet<>()).stream();
  }

  void claim(SourceFile file) {
    files.remove(file);
    byPath.getOrDefault(file.path(), new LinkedHashSet<>()).remove(file);
  }

  Collection<SourceFile> rest() {
    return List.copyOf(files);
  }
}
