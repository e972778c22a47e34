/// Compares all stores of a place with each other, and repairs what follows from the rest.
@NullMarked
package lumina.check;

import org.jspecify.annotations.NullMarked;
