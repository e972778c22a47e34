/// Runs the programs of ffmpeg, which decode HEIC and video.
@NullMarked
package lumina.media.ffmpeg;

import org.jspecify.annotations.NullMarked;
