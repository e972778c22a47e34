/// Rate limits, for one instance or shared by all.
@NullMarked
package lumina.http.limit;

import org.jspecify.annotations.NullMarked;
