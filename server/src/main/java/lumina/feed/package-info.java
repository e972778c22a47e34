/// Lists of photos.
@NullMarked
package lumina.feed;

import org.jspecify.annotations.NullMarked;
