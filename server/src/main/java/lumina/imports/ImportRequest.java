package lumina.imports;

import java.nio.file.Path;
import java.util.List;
import lumina.access.Audience;

/// What to import for whom.
///
/// @param username whose photos they become
/// @param paths folders, zips and files
/// @param albums whether the names of plain folders become albums
/// @param dryRun whether nothing is changed
public record ImportRequest(
    String username, List<String> paths, Audience audience, boolean albums, boolean dryRun) {
  /// Returns this with paths that mean the same in every process.
  ImportRequest absolute() {
    List<String> all =
        paths.stream().map(path -> Path.of(path).toAbsolutePath().toString()).toList();
    return new ImportRequest(username, all, audience, albums, dryRun);
  }
}
