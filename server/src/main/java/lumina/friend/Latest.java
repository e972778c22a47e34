package lumina.friend;

import java.util.List;
import java.util.function.Function;
import lumina.http.Cursor;
import lumina.http.Limit;
import lumina.http.Page;
import lumina.http.PageForm;
import org.jspecify.annotations.Nullable;

/// A place in a list that has the latest first: when, and the id of what was done then.
record Latest(long at, long id) {
  private static final Latest BEFORE_ALL = new Latest(Long.MAX_VALUE, Long.MAX_VALUE);

  /// Reads so many items after a place.
  interface Reading<T> {
    List<T> after(Latest place, int rows);
  }

  static <T> Page<T> page(
      Cursor list, PageForm asked, Reading<T> reading, Function<T, Latest> place) {
    int limit = Limit.orMost(asked.limit());
    Latest after = of(list.read(asked.cursor()));
    return Page.of(
        reading.after(after, limit + 1), limit, item -> list.at(place.apply(item).written()));
  }

  private static Latest of(@Nullable String written) {
    if (written == null) {
      return BEFORE_ALL;
    }
    String[] both = written.split(" ", 2);
    return new Latest(Long.parseLong(both[0]), Long.parseLong(both[1]));
  }

  private String written() {
    return at + " " + id;
  }
}
