package lumina.feed;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import lumina.feed.PhotoQuery.Scope;
import lumina.http.list.Cursor;
import lumina.http.problem.Problem;
import lumina.id.SortKey;
import lumina.photo.IndexEntry;
import org.jspecify.annotations.Nullable;

/// The order of a list of photos, newest first, and the month with which it starts.
///
/// @param month null for the newest photo of all
record PhotoOrder(By by, @Nullable YearMonth month) {
  /// What a list is ordered by.
  enum By {
    /// When they were uploaded.
    CREATED,
    /// When they were taken.
    TAKEN,
    /// As people placed them in an album.
    ALBUM
  }

  private static final long LATEST = SortKey.timeOf(SortKey.NEWEST) - 1;

  static final PhotoOrder BY_UPLOAD = new PhotoOrder(By.CREATED, null);

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  /// The query parameters.
  record Ordering(@Nullable String order, @Nullable String month) {}

  /// A month without an order means that in which the photos were taken.
  ///
  /// @throws Problem.Invalid if there is no such order or month, or the list does not have it
  static PhotoOrder of(Ordering asked, Scope scope) {
    YearMonth month = month(asked.month());
    String order = asked.order() == null ? "" : asked.order();
    By by =
        switch (order) {
          case "" -> month != null ? By.TAKEN : scope == Scope.ALBUM ? By.ALBUM : By.CREATED;
          case "taken" -> By.TAKEN;
          case "created" -> By.CREATED;
          case "album" -> By.ALBUM;
          default -> throw invalid("The order is one of album, taken, created.");
        };
    if (by == By.ALBUM && (scope != Scope.ALBUM || month != null)) {
      throw invalid("Only a whole album can be listed in its own order.");
    }
    boolean plain = by != By.TAKEN && month == null;
    if (!plain && scope != Scope.PROFILE && scope != Scope.ALBUM) {
      throw invalid("Only a profile or an album can be listed by when photos were taken.");
    }
    return new PhotoOrder(by, month);
  }

  boolean byTaken() {
    return by == By.TAKEN;
  }

  private static Problem invalid(String sentence) {
    return new Problem.Invalid("order", "invalid_order", sentence);
  }

  /// Years have four digits: [YearMonth] also reads years that no time of the computer reaches.
  private static @Nullable YearMonth month(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return null;
    }
    if (MONTH.matcher(written).matches()) {
      return YearMonth.parse(written);
    }
    throw new Problem.Invalid(
        "month", "invalid_month", "A month is a year and a month, as in 2024-05.");
  }

  /// @param list the list without its order
  Cursor cursor(String list) {
    return new Cursor(equals(BY_UPLOAD) ? list : list + " " + this);
  }

  /// The position in a cursor from a client, or the start of the list without one. By capture, it
  /// is a time, and the sort key that decides between equal times; by upload, a sort key alone.
  Cursor.Pair read(Cursor cursor, @Nullable String after) {
    return byTaken()
        ? cursor.read(after, new Cursor.Pair(endOfMonth(), SortKey.NEWEST))
        : new Cursor.Pair(cursor.read(after, firstSortKey()), SortKey.NEWEST);
  }

  private long endOfMonth() {
    return month == null
        ? Long.MAX_VALUE
        : month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli() - 1;
  }

  private long firstSortKey() {
    return month == null
        ? SortKey.NEWEST
        : SortKey.startOf(Math.clamp(endOfMonth(), 0, LATEST) + 1);
  }

  String at(Cursor cursor, IndexEntry last) {
    return byTaken()
        ? cursor.at(new Cursor.Pair(last.taken().at(), last.sortKey()))
        : cursor.at(last.sortKey());
  }
}
