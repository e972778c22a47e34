/// What people write under photos.
@NullMarked
package lumina.comment;

import org.jspecify.annotations.NullMarked;
