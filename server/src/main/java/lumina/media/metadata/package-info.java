/// Reads and strips the metadata in picture files, byte by byte.
@NullMarked
package lumina.media.metadata;

import org.jspecify.annotations.NullMarked;
