/// The real stores, and faulty ones, that tests run on.
@NullMarked
package lumina.stores;

import org.jspecify.annotations.NullMarked;
