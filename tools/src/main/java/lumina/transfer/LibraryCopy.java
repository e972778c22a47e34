package lumina.transfer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Copies a library to another one. It can be interrupted and repeated: records that are already
/// the same there are skipped.
///
/// @param workspace for temporary files
/// @param progress receives messages about finished work
record LibraryCopy(Library source, Library target, Path workspace, Consumer<String> progress) {
  /// Copies the index of photos before image files: if a photo is deleted before the next attempt,
  /// its files are known, and can be deleted too.
  void copy() {
    for (Records from : source.records()) {
      copy(from, target.records(from.kind()));
      progress.accept("copied: " + from.kind().words());
      if (from.kind() == Entity.PHOTOS) {
        new ImageFiles(source).copyTo(target.blobs(), workspace);
        progress.accept("copied: image files");
      }
    }
  }

  private void copy(Records from, Records to) {
    from.each(
        page -> {
          List<EntityRecord> wanted =
              page.stream().filter(row -> !target.skipped().has(row)).toList();
          Map<List<@Nullable Object>, EntityRecord> there = byKey(to.among(wanted));
          write(some(wanted, row -> !there.containsKey(row.key())), to::insert);
          write(some(wanted, row -> isOutdated(there.get(row.key()), row)), to::update);
        });
  }

  /// In DynamoDB the details of a photo contain its newest comment, which is not compared.
  private static boolean isOutdated(@Nullable EntityRecord there, EntityRecord row) {
    return there != null && (row.kind() == Entity.PHOTO_DETAILS || !row.equals(there));
  }

  private static Map<List<@Nullable Object>, EntityRecord> byKey(List<EntityRecord> rows) {
    Map<List<@Nullable Object>, EntityRecord> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(row.key(), row));
    return byKey;
  }

  private static List<EntityRecord> some(List<EntityRecord> rows, Predicate<EntityRecord> which) {
    return rows.stream().filter(which).toList();
  }

  /// Skips records that the target cannot store.
  private void write(List<EntityRecord> rows, Consumer<List<EntityRecord>> writing) {
    if (rows.isEmpty()) {
      return;
    }
    try {
      writing.accept(rows);
    } catch (DataIntegrityViolationException refused) {
      if (rows.size() > 1) {
        rows.forEach(row -> write(List.of(row), writing));
      } else {
        skip(rows.getFirst(), NestedExceptionUtils.getMostSpecificCause(refused));
      }
    }
  }

  private void skip(EntityRecord row, Throwable why) {
    if (row.kind() == Entity.PEOPLE) {
      throw new PersonConflict(target.rows(), target.address()).refusal(row, why);
    }
    target.skipped().add(row, String.valueOf(why.getMessage()));
    progress.accept(
        "left out: %s %s cannot be stored in %s (%s)"
            .formatted(row.kind().words(), row.key(), target.backend(), why.getMessage()));
  }

  /// Deletes records that the source no longer has.
  void tidy() {
    for (Records records : target.records().reversed()) {
      Records from = source.records(records.kind());
      records.each(
          page -> {
            Map<List<@Nullable Object>, EntityRecord> left = byKey(from.among(page));
            records.delete(some(page, row -> !left.containsKey(row.key())));
          });
    }
  }
}
