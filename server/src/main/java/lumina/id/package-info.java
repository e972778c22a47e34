/// Ids, sort keys and the clock.
@NullMarked
package lumina.id;

import org.jspecify.annotations.NullMarked;
