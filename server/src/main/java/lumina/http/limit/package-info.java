/// Rate limits, kept for one instance or for all of them.
@NullMarked
package lumina.http.limit;

import org.jspecify.annotations.NullMarked;
