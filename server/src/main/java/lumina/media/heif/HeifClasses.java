package lumina.media.heif;

import java.util.List;
import lumina.media.ffmpeg.FfmpegCommand;

/// Names the classes that a worker needs to decode HEIC and BMP.
public final class HeifClasses {
  public static final List<Class<?>> ALL =
      List.of(
          CodedPicture.class,
          BmpPicture.class,
          Crop.class,
          FfmpegDecoder.class,
          HeifPicture.class,
          HeifSequence.class,
          HeifLook.class,
          HeifDecoder.class,
          HevcStream.class,
          PlainTiff.class,
          FfmpegCommand.class);

  private HeifClasses() {}
}
