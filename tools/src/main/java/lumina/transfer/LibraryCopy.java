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
  /// Copies photos last, since they make everything visible.
  void copy() {
    for (Records rows : source.rows()) {
      if (rows.kind() == Entity.PHOTOS) {
        rows.each(target.rows(Entity.PHOTOS)::expect);
        new ImageFiles(source).copyTo(target, workspace);
        progress.accept("copied: image files");
      }
      copy(rows);
      progress.accept("copied: " + rows.kind().words());
    }
    takeAlong();
  }

  private void copy(Records rows) {
    Records to = target.rows(rows.kind());
    rows.each(
        page -> {
          Map<List<@Nullable Object>, EntityRecord> there = byKey(to.among(page));
          some(page, row -> !there.containsKey(row.key()), some -> insert(to, some));
          some(
              page,
              row -> there.containsKey(row.key()) && !row.equals(there.get(row.key())),
              some -> write(to, some, to::update));
        });
  }

  /// An insert may silently ignore a record whose owner does not exist there.
  private void insert(Records to, List<EntityRecord> rows) {
    write(to, rows, to::insert);
    Map<List<@Nullable Object>, EntityRecord> there = byKey(to.among(rows));
    some(
        rows,
        row -> !there.containsKey(row.key()) && !target.leftOut().has(row),
        lost ->
            lost.forEach(
                row ->
                    leaveOut(
                        to,
                        row,
                        new IllegalStateException(
                            "the record that it belongs to does not exist"))));
  }

  /// Skips records that the target cannot store.
  private void write(Records to, List<EntityRecord> rows, Consumer<List<EntityRecord>> writing) {
    try {
      writing.accept(rows);
    } catch (DataIntegrityViolationException refused) {
      if (rows.size() > 1) {
        rows.forEach(row -> write(to, List.of(row), writing));
      } else {
        leaveOut(to, rows.getFirst(), NestedExceptionUtils.getMostSpecificCause(refused));
      }
    }
  }

  private void leaveOut(Records to, EntityRecord row, Throwable why) {
    if (row.kind() == Entity.PEOPLE) {
      throw new PersonConflict(to, target.address()).refusal(row, why);
    }
    target.leftOut().add(row, String.valueOf(why.getMessage()));
    progress.accept(
        "left out: %s %s cannot be stored in %s (%s)"
            .formatted(row.kind().words(), row.key(), target.backend(), why.getMessage()));
  }

  /// Deletes the target's records that belong to skipped photos.
  private void takeAlong() {
    if (target.leftOut().count() > 0) {
      target.rows().stream()
          .filter(rows -> rows.kind().isOfPhoto())
          .forEach(rows -> rows.each(page -> some(page, target.leftOut()::has, rows::delete)));
    }
  }

  private static void some(
      List<EntityRecord> page, Predicate<EntityRecord> which, Consumer<List<EntityRecord>> taker) {
    List<EntityRecord> some = page.stream().filter(which).toList();
    if (!some.isEmpty()) {
      taker.accept(some);
    }
  }

  private static Map<List<@Nullable Object>, EntityRecord> byKey(List<EntityRecord> rows) {
    Map<List<@Nullable Object>, EntityRecord> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(row.key(), row));
    return byKey;
  }

  /// Deletes records that the source no longer has.
  void tidy() {
    for (Records rows : target.rows().reversed()) {
      Records from = source.rows(rows.kind());
      rows.each(
          page -> {
            Map<List<@Nullable Object>, EntityRecord> there = byKey(from.among(page));
            some(page, row -> !there.containsKey(row.key()), rows::delete);
          });
    }
  }
}
