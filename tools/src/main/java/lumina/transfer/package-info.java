/// Copies a whole Lumina from one backend to the other, and compares both.
@NullMarked
package lumina.transfer;

import org.jspecify.annotations.NullMarked;
