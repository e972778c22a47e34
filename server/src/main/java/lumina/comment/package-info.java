/// Comments on photos.
@NullMarked
package lumina.comment;

import org.jspecify.annotations.NullMarked;
