/// Imports what people have elsewhere: by a command, or from a zip that a page sends.
@NullMarked
package lumina.imports;

import org.jspecify.annotations.NullMarked;
