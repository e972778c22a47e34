package lumina.http.list;

import org.jspecify.annotations.Nullable;

/// The query parameters that every list takes.
///
/// @param limit how many items, see [PageSize]
/// @param cursor where to go on, from the `Link` header of the page before
public record PageRequest(@Nullable Integer limit, @Nullable String cursor) {}
