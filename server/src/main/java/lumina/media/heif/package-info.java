/// Decodes pictures that the image engine cannot read, such as HEIC, with ffmpeg.
@NullMarked
package lumina.media.heif;

import org.jspecify.annotations.NullMarked;
