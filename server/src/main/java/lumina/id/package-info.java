/// What things are called and how they are ordered: ids, sort keys, and the one clock.
@NullMarked
package lumina.id;

import org.jspecify.annotations.NullMarked;
