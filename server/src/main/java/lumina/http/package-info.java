/// HTTP rules for all controllers: host and origin checks, parsing of requests, and the mapping of
/// errors to responses.
@NullMarked
package lumina.http;

import org.jspecify.annotations.NullMarked;
