package lumina.imports.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The files that no reader has claimed yet, by path, in the order in which they were found.
final class Unclaimed {
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  Unclaimed(Collection<SourceFile> all) {
    all.forEach(file -> files.put(unique(file.path()), file));
  }

  /// Parts of one export may hold files with the same path.
  private String unique(String path) {
    String key = path;
    while (files.containsKey(key)) {
      key += "\0";
    }
    return key;
  }

  List<SourceFile> like(Predicate<SourceFile> condition) {
    return files.values().stream().filter(condition).toList();
  }

  Optional<SourceFile> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  void claim(SourceFile file) {
    if (!files.remove(file.path(), file)) {
      files.values().remove(file);
    }
  }

  Collection<SourceFile> rest() {
    return List.copyOf(files.values());
  }
}
