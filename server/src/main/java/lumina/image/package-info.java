/// How a photo goes out: files, addresses, and originals without private metadata.
@NullMarked
package lumina.image;

import org.jspecify.annotations.NullMarked;
