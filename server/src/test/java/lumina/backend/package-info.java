/// Tests of what opens the stores, against the real ones.
@NullMarked
package lumina.backend;

import org.jspecify.annotations.NullMarked;
