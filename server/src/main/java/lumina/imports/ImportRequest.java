package lumina.imports;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lumina.access.Audience;

/// What to import for whom.
///
/// @param username whose photos they become
/// @param paths folders, zips and files
/// @param names what people call a path, where its own name says nothing
/// @param albums whether the names of plain folders become albums
/// @param dryRun whether nothing is changed
public record ImportRequest(
    String username,
    List<String> paths,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> names,
    Audience audience,
    boolean albums,
    boolean dryRun) {
  public ImportRequest(
      String username, List<String> paths, Audience audience, boolean albums, boolean dryRun) {
    this(username, paths, Map.of(), audience, albums, dryRun);
  }

  /// Returns this with paths that mean the same in every process.
  ImportRequest absolute() {
    List<String> all =
        paths.stream().map(path -> Path.of(path).toAbsolutePath().toString()).toList();
    return new ImportRequest(username, all, names, audience, albums, dryRun);
  }
}
