/// Reads and strips what files say beside their pixels, byte by byte.
@NullMarked
package lumina.media.metadata;

import org.jspecify.annotations.NullMarked;
