/// Finds photos by words, in SQLite and in MySQL.
@NullMarked
package lumina.search;

import org.jspecify.annotations.NullMarked;
