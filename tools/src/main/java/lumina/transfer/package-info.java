/// Copies a whole Lumina from one backend to the other, and compares.
@NullMarked
package lumina.transfer;

import org.jspecify.annotations.NullMarked;
