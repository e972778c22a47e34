package lumina.http.list;

import org.jspecify.annotations.Nullable;

/// The query parameters that every list takes.
///
/// @param limit how many items at most
/// @param cursor where to go on, from the `Link` header of the page before
public record PageRequest(@Nullable Integer limit, @Nullable String cursor) {}
