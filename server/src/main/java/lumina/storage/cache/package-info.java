/// What was read from the database and is still true.
@NullMarked
package lumina.storage.cache;

import org.jspecify.annotations.NullMarked;
