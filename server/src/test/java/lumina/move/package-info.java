/// Moves between real stores, each command in a process of its own.
@NullMarked
package lumina.move;

import org.jspecify.annotations.NullMarked;
