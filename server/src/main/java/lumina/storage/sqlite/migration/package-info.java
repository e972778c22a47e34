/// Migrations of SQLite that SQL alone cannot take.
@NullMarked
package lumina.storage.sqlite.migration;

import org.jspecify.annotations.NullMarked;
