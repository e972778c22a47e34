package lumina.http.list;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A page of a list, and the cursor of the next page (null on the last).
public record Page<T>(List<T> items, @Nullable String next) {

  /// Takes `limit + 1` items, which stores read to find out whether there is a next page.
  public static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
    if (read.size() <= limit) {
      return new Page<>(read, null);
    }
    List<T> items = List.copyOf(read.subList(0, limit));
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /// A page of a list that is small enough to be read whole.
  ///
  /// @param sortKey the sort key of an item, ascending
  public static <T> ResponseEntity<List<T>> within(
      String list, List<T> all, PageRequest asked, Function<T, String> sortKey) {
    Cursor cursor = new Cursor(list);
    String after = cursor.read(asked.cursor());
    List<T> rest =
        all.stream()
            .filter(item -> after == null || sortKey.apply(item).compareTo(after) > 0)
            .sorted(Comparator.comparing(sortKey))
            .toList();
    return of(rest, PageSize.orMost(asked.limit()), item -> cursor.at(sortKey.apply(item)))
        .toResponse();
  }

  /// Passes a whole list to a consumer, read page by page.
  ///
  /// @param read reads the page after a sort key; empty at the end
  /// @param sortKey the sort key of an item
  public static <T> void each(
      long start, LongFunction<List<T>> read, ToLongFunction<T> sortKey, Consumer<T> taker) {
    List<T> page = read.apply(start);
    while (!page.isEmpty()) {
      page.forEach(taker);
      page = read.apply(sortKey.applyAsLong(page.getLast()));
    }
  }

  public <R> Page<R> map(Function<T, R> toOther) {
    return new Page<>(items.stream().map(toOther).toList(), next);
  }

  /// A JSON array, with the next page in the `Link` header (RFC 8288).
  public ResponseEntity<List<T>> toResponse() {
    ResponseEntity.BodyBuilder response = ResponseEntity.ok();
    if (next != null) {
      String address =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .scheme(null)
              .host(null)
              .port(null)
              .replaceQueryParam("cursor", next)
              .build()
              .toUriString();
      response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
    }
    return response.body(items);
  }
}
