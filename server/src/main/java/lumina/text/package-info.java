/// Cleans the texts that people write, and splits them into words for searching.
@NullMarked
package lumina.text;

import org.jspecify.annotations.NullMarked;
