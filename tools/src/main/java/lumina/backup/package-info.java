/// Backs up a place on one machine while it serves, and restores it.
@NullMarked
package lumina.backup;

import org.jspecify.annotations.NullMarked;
