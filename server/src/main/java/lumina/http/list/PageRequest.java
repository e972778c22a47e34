package lumina.http.list;

import org.jspecify.annotations.Nullable;

/// The query parameters of every list.
///
/// @param limit the maximum number of items
/// @param cursor where the page starts, from the `Link` header of the previous page
public record PageRequest(@Nullable Integer limit, @Nullable String cursor) {}
