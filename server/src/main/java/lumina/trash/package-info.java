/// Moves photos to the trash and back, and deletes what has been there for long.
@NullMarked
package lumina.trash;

import org.jspecify.annotations.NullMarked;
