/// Reads originals and makes their sizes with libvips, inside a worker.
@NullMarked
package lumina.media.still;

import org.jspecify.annotations.NullMarked;
