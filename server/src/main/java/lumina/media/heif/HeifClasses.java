package lumina.media.heif;

import java.util.List;
import lumina.media.ffmpeg.FfmpegCommand;

/// Names the classes that a worker needs to decode HEIC.
public final class HeifClasses {
  public static final List<Class<?>> ALL =
      List.of(
          HeifPicture.class,
          HeifLook.class,
          HeifDecoder.class,
          HevcStream.class,
          PlainTiff.class,
          FfmpegCommand.class);

  private HeifClasses() {}
}
