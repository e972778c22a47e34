/// Reads and writes the records of a transfer in SQLite and MySQL.
@NullMarked
package lumina.transfer.sql;

import org.jspecify.annotations.NullMarked;
