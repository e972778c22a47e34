/// Checks at start that database, tables and bucket belong together.
@NullMarked
package lumina.storage.place;

import org.jspecify.annotations.NullMarked;
