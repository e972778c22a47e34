/// Who Lumina is in MySQL.
@NullMarked
package lumina.database;

import org.jspecify.annotations.NullMarked;
