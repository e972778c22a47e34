/// Runs the image engine: child processes that make the sizes of a picture, and the queue in front
/// of them.
@NullMarked
package lumina.media.worker;

import org.jspecify.annotations.NullMarked;
