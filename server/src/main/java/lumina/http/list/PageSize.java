package lumina.http.list;

import lumina.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The number of items on a page: what the client asked for, 50 by default, at most 200.
public final class PageSize {
  public static final int DEFAULT = 50;
  public static final int MAX = 200;

  private PageSize() {}

  /// For lists that are short for almost everybody: the default is the maximum.
  ///
  /// @throws Problem.Invalid below 1
  public static int orMost(@Nullable Integer asked) {
    return asked == null ? MAX : of(asked);
  }

  /// @throws Problem.Invalid below 1
  public static int of(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT;
    }
    if (asked < 1) {
      throw new Problem.Invalid(
          "limit", "invalid_limit", "A limit is a number from 1 to %d.".formatted(MAX));
    }
    return Math.min(asked, MAX);
  }
}
