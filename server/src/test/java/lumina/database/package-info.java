@NullMarked
package lumina.database;

import org.jspecify.annotations.NullMarked;
