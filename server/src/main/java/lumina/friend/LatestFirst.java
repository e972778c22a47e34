package lumina.friend;

import java.util.List;
import java.util.function.Function;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import org.jspecify.annotations.Nullable;

/// The sort key of a list that is sorted by time, latest first: the time, and an id that breaks
/// ties.
record LatestFirst(long at, long id) {
  private static final LatestFirst BEFORE_ALL = new LatestFirst(Long.MAX_VALUE, Long.MAX_VALUE);

  /// Reads a number of items that follow a sort key.
  interface Reading<T> {
    List<T> after(LatestFirst sortKey, int rows);
  }

  static <T> Page<T> page(
      Cursor list, PageRequest asked, Reading<T> reading, Function<T, LatestFirst> sortKey) {
    int limit = PageSize.orMost(asked.limit());
    LatestFirst after = of(list.read(asked.cursor()));
    return Page.of(
        reading.after(after, limit + 1), limit, item -> list.at(sortKey.apply(item).written()));
  }

  private static LatestFirst of(@Nullable String written) {
    if (written == null) {
      return BEFORE_ALL;
    }
    String[] both = written.split(" ", 2);
    return new LatestFirst(Long.parseLong(both[0]), Long.parseLong(both[1]));
  }

  private String written() {
    return at + " " + id;
  }
}
