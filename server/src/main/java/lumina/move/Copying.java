package lumina.move;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        progress.accept("image files");
      }
      copy(rows);
      progress.accept(rows.kind().words());
    }
  }

  private void copy(Rows rows) {
    Rows to = target.rows(rows.kind());
    rows.each(
        page -> {
          Map<List<@Nullable Object>, Row> there = byKey(to.among(page));
          some(page, row -> !there.containsKey(row.key()), to::insert);
          some(
              page,
              row -> there.containsKey(row.key()) && !row.equals(there.get(row.key())),
              to::update);
        });
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
