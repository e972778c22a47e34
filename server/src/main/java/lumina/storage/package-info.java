/// Selects, starts and checks the stores of this process.
@NullMarked
package lumina.storage;

import org.jspecify.annotations.NullMarked;
