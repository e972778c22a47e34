/// Migrates SQLite where SQL alone cannot.
@NullMarked
package lumina.storage.sqlite.migration;

import org.jspecify.annotations.NullMarked;
