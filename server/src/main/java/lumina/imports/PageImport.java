package lumina.imports;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lumina.access.Audience;

/// An import from a page; its files are in the blob store.
///
/// @param albums whether the names of plain folders become albums
/// @param files how many have arrived; a zip that was sent again counts once
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

  /// Of the name that the file has where it comes from; also says that the file has arrived.
  String nameKey(int number) {
    return "imports/%s_%d_name".formatted(importId, number);
  }

  /// Of the time at which the first attempt began, so that a later one knows what it has added.
  String begunKey() {
    return "imports/" + importId + "_begun";
  }

  String reportKey() {
    return "imports/" + importId + "_report.jsonl";
  }

  /// @param zips with the names that people know
  ImportRequest of(Map<String, String> zips) {
    return new ImportRequest("", List.copyOf(zips.keySet()), zips, audience, albums, false);
  }

  /// All files that there may be.
  List<String> keys() {
    return Stream.concat(fileKeys().stream(), Stream.of(begunKey(), reportKey())).toList();
  }

  /// Their numbers may have gaps.
  List<String> fileKeys() {
    return IntStream.range(0, MAX_FILES)
        .boxed()
        .flatMap(number -> Stream.of(fileKey(number), nameKey(number)))
        .toList();
  }
}
