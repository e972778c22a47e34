package lumina.http;

import org.jspecify.annotations.Nullable;

/// The query parameters that every list takes.
///
/// @param limit how many items, see [Limit]
/// @param cursor where to go on, from the `Link` header of the page before
public record PageForm(@Nullable Integer limit, @Nullable String cursor) {}
