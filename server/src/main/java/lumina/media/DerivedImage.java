package lumina.media;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The result of deriving the sizes of one original.
///
/// @param width pixels of the upright original
/// @param height pixels of the upright original
/// @param placeholder a ThumbHash in Base64
/// @param damaged the file was truncated or corrupt, and the sizes show the part that was readable
/// @param animated whether it has more than one frame
/// @param capture what the file says about how the picture was taken
/// @param files one file for each size, in the requested folder
/// @param clip its moving part, null if it has none
public record DerivedImage(
    ImageFormat format,
    int width,
    int height,
    String placeholder,
    boolean damaged,
    boolean animated,
    Capture capture,
    Map<ImageSize, Path> files,
    @Nullable Clip clip) {
  public DerivedImage {
    files = Map.copyOf(files);
  }

  public DerivedImage with(Clip moving) {
    return new DerivedImage(
        format, width, height, placeholder, damaged, animated, capture, files, moving);
  }

  /// Returns this picture as the poster of a video.
  public DerivedImage of(ImageFormat video, int width, int height, Capture capture, Clip clip) {
    return new DerivedImage(
        video, width, height, placeholder, damaged, false, capture, files, clip);
  }
}
