package lumina.move;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/// Copies a library into another one, so that it can be cut off anywhere and done again: what is
/// the same there already is left alone.
///
/// @param workspace for files on their way
/// @param progress is told what has been done
record Copying(Library source, Library target, Path workspace, Consumer<String> progress) {
  /// Photos come last: with them everything appears.
  void copy() {
    for (Rows rows : source.rows()) {
      if (rows.kind() == Kind.PHOTOS) {
        rows.each(target.rows(Kind.PHOTOS)::expect);
        new ImageFiles(source).copyTo(target, workspace);
        progress.accept("copied: image files");
      }
      copy(rows);
      progress.accept("copied: " + rows.kind().words());
    }
    takeAlong();
  }

  private void copy(Rows rows) {
    Rows to = target.rows(rows.kind());
    rows.each(
        page -> {
          Map<List<@Nullable Object>, Row> there = byKey(to.among(page));
          some(page, row -> !there.containsKey(row.key()), some -> insert(to, some));
          some(
              page,
              row -> there.containsKey(row.key()) && !row.equals(there.get(row.key())),
              some -> write(to, some, to::update));
        });
  }

  /// What belongs to something that is not there may come to nothing without a word.
  private void insert(Rows to, List<Row> rows) {
    write(to, rows, to::insert);
    Map<List<@Nullable Object>, Row> there = byKey(to.among(rows));
    some(
        rows,
        row -> !there.containsKey(row.key()) && !target.leftOut().has(row),
        lost ->
            lost.forEach(
                row ->
                    leaveOut(
                        to, row, new IllegalStateException("what it belongs to is not there"))));
  }

  /// What cannot be kept there is left out.
  private void write(Rows to, List<Row> rows, Consumer<List<Row>> writing) {
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

  private void leaveOut(Rows to, Row row, Throwable why) {
    if (row.kind() == Kind.PEOPLE) {
      throw new SamePerson(to, target.address()).refusal(row, why);
    }
    target.leftOut().add(row, String.valueOf(why.getMessage()));
    progress.accept(
        "left out: %s %s cannot be kept in %s (%s)"
            .formatted(row.kind().words(), row.key(), target.backend(), why.getMessage()));
  }

  /// What was said about a photo that is left out goes with it.
  private void takeAlong() {
    if (target.leftOut().count() > 0) {
      target.rows().stream()
          .filter(rows -> rows.kind().isOfPhoto())
          .forEach(rows -> rows.each(page -> some(page, target.leftOut()::has, rows::delete)));
    }
  }

  private static void some(List<Row> page, Predicate<Row> which, Consumer<List<Row>> taker) {
    List<Row> some = page.stream().filter(which).toList();
    if (!some.isEmpty()) {
      taker.accept(some);
    }
  }

  private static Map<List<@Nullable Object>, Row> byKey(List<Row> rows) {
    Map<List<@Nullable Object>, Row> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(row.key(), row));
    return byKey;
  }

  /// Takes away what the source has no more.
  void tidy() {
    for (Rows rows : target.rows().reversed()) {
      Rows from = source.rows(rows.kind());
      rows.each(
          page -> {
            Map<List<@Nullable Object>, Row> there = byKey(from.among(page));
            some(page, row -> !there.containsKey(row.key()), rows::delete);
          });
    }
  }
}
