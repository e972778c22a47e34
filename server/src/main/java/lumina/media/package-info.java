/// What a picture is here: formats, sizes, and why a file is refused.
@NullMarked
package lumina.media;

import org.jspecify.annotations.NullMarked;
