/// Inside a worker: libvips, reading an original and making its sizes.
@NullMarked
package lumina.media.still;

import org.jspecify.annotations.NullMarked;
