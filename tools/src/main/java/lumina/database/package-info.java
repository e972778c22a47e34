/// The MySQL user of Lumina.
@NullMarked
package lumina.database;

import org.jspecify.annotations.NullMarked;
