/// Stores who likes which photo.
@NullMarked
package lumina.like;

import org.jspecify.annotations.NullMarked;
