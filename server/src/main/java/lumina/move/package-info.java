/// Copies a whole Lumina from one backend to the other, and compares.
@NullMarked
package lumina.move;

import org.jspecify.annotations.NullMarked;
