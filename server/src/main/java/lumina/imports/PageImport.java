package lumina.imports;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.access.Audience;

/// An import from a page; its files are in the blob store.
///
/// @param albums whether the names of plain folders become albums
/// @param files their number
/// @param createdAt in milliseconds since 1970
record PageImport(
    String importId,
    long userId,
    ImportState state,
    Audience audience,
    boolean albums,
    int files,
    ImportCounts counts,
    long createdAt) {
  static final int MAX_FILES = 200;

  String fileKey(int number) {
    return "imports/%s_%d.zip".formatted(importId, number);
  }

  String reportKey() {
    return "imports/" + importId + "_report.jsonl";
  }

  ImportRequest of(List<String> zips) {
    return new ImportRequest("", zips, audience, albums, false);
  }

  /// All files that there may be.
  List<String> keys() {
    return Stream.concat(fileKeys().stream(), Stream.of(reportKey())).toList();
  }

  List<String> fileKeys() {
    return IntStream.range(0, files).mapToObj(this::fileKey).toList();
  }
}
