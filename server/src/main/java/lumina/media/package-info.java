/// Names the formats and sizes of pictures, and the reasons for which a file is refused.
@NullMarked
package lumina.media;

import org.jspecify.annotations.NullMarked;
