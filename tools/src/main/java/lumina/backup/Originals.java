package lumina.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import lumina.backup.Manifest.Stored;
import org.jspecify.annotations.Nullable;

/// Compares the originals in a backup with the database in it. One that is damaged or missing is
/// taken from the backup before, if that has it.
///
/// @param files of the backup, to be corrected
/// @param before the files of the backup before
record Originals(
    NamedFiles named, SortedMap<String, Stored> files, SortedMap<String, Stored> before) {
  private static Map<String, String> paths(Set<String> files) {
    Map<String, String> paths = new HashMap<>();
    for (String path : files) {
      String photo = NamedFiles.original(path);
      if (photo != null) {
        paths.put(photo, path);
      }
    }
    return paths;
  }

  boolean areThere() {
    return paths(files.keySet()).keySet().containsAll(named.checksums().keySet());
  }

  /// @return a sentence for each that is not as the database says
  List<String> correct() {
    Map<String, String> here = paths(files.keySet());
    Map<String, String> once = paths(before.keySet());
    List<String> faults = new ArrayList<>();
    named
        .checksums()
        .forEach(
            (photo, checksum) -> {
              String path = here.get(photo);
              Stored found = path == null ? null : files.get(path);
              if (found == null) {
                faults.add(corrected(photo, "missing", once.get(photo), checksum));
              } else if (!checksum.isEmpty() && !checksum.equals(found.sha256())) {
                faults.add(corrected(photo, "damaged", path, checksum));
              }
            });
    return faults;
  }

  private String corrected(String photo, String fault, @Nullable String path, String checksum) {
    Stored old = path == null ? null : before.get(path);
    boolean whole = old != null && (checksum.isEmpty() || checksum.equals(old.sha256()));
    if (whole && path != null && old != null) {
      files.put(path, old);
    }
    return "The original of photo %s is %s in the data folder; %s."
        .formatted(
            photo, fault, whole ? "the backup keeps the one of before" : "the backup has no other");
  }
}
