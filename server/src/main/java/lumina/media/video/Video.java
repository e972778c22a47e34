package lumina.media.video;

import java.util.Map;
import lumina.media.ImageFormat;
import org.jspecify.annotations.Nullable;

/// What a video file says about itself.
///
/// @param picture the stream that is shown
/// @param sound null if it is silent
/// @param seconds 0 if the file does not say it
/// @param tags of the file
record Video(
    ImageFormat format,
    Picture picture,
    @Nullable Sound sound,
    double seconds,
    Map<String, String> tags) {

  /// @param stream its number in the file
  /// @param width in pixels as stored
  /// @param height in pixels as stored
  /// @param aspect width of a pixel divided by its height
  /// @param turned whether it is shown turned by a quarter
  /// @param rate frames a second, 0 if unknown
  /// @param frames in the file, 0 if unknown
  /// @param seconds how long it is shown, as the file says; 0 if it does not
  record Picture(
      int stream,
      String codec,
      String samples,
      int width,
      int height,
      double aspect,
      boolean turned,
      double rate,
      long frames,
      double seconds,
      boolean interlaced,
      String transfer,
      String matrix) {

    int shownWidth() {
      return turned ? height : stretched();
    }

    int shownHeight() {
      return turned ? stretched() : height;
    }

    private int stretched() {
      return (int) Math.max(1, Math.round(width * aspect));
    }

    /// Whether it is brighter than ordinary screens show: PQ or HLG.
    boolean isHdr() {
      return transfer.equals("smpte2084") || transfer.equals("arib-std-b67");
    }

    /// How long all its frames are shown; 0 if unknown.
    double length() {
      return rate > 0 ? frames / rate : 0;
    }

    /// Whether the file says that less is shown than there is: parts were cut off without copying
    /// the rest, or it is wrong. Only decoding shows what is left.
    private boolean isCut() {
      return length() > seconds + 0.3;
    }

    /// Whether every browser plays it as it is.
    boolean plays() {
      return !isCut()
          && codec.equals("h264")
          && (samples.equals("yuv420p") || samples.equals("yuvj420p"))
          && !interlaced
          && rate <= 61
          && Math.min(width, height) <= VideoSize.SHORT_SIDE
          && Math.max(width, height) <= VideoSize.LONG_SIDE;
    }
  }

  /// @param stream its number in the file
  record Sound(int stream, String codec) {}

  /// Whether its streams only have to be copied into another file. An AVI does not say when its
  /// frames are shown.
  boolean plays() {
    return picture.plays()
        && (sound == null || sound.codec().equals("aac"))
        && format != ImageFormat.AVI;
  }

  /// The name under which ffmpeg knows the container. It is never left to guess: a text could name
  /// other files.
  static String demuxer(ImageFormat format) {
    return switch (format) {
      case WEBM, MKV -> "matroska";
      case AVI -> "avi";
      default -> "mov";
    };
  }
}
