/// The image engine: child processes that make the sizes of a picture, and the queue before them.
@NullMarked
package lumina.media.worker;

import org.jspecify.annotations.NullMarked;
