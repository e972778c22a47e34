/// Decodes HEIC pictures, which the image engine cannot, with ffmpeg.
@NullMarked
package lumina.media.heif;

import org.jspecify.annotations.NullMarked;
