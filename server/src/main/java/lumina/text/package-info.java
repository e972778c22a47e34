/// Cleans the texts that people write, splits them into words for searching, and lists the emoji of
/// reactions.
@NullMarked
package lumina.text;

import org.jspecify.annotations.NullMarked;
