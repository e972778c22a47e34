/// The real databases that tests of stores run on.
@NullMarked
package lumina.stores;

import org.jspecify.annotations.NullMarked;
