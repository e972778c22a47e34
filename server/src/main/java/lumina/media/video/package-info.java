/// Reads videos, and makes of them what every browser plays, with ffmpeg.
@NullMarked
package lumina.media.video;

import org.jspecify.annotations.NullMarked;
