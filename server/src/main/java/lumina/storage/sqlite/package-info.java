/// Opens SQLite.
@NullMarked
package lumina.storage.sqlite;

import org.jspecify.annotations.NullMarked;
