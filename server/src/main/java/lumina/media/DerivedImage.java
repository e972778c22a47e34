package lumina.media;

import java.nio.file.Path;
import java.util.Map;

/// What came of one original.
///
/// @param width pixels of the original once it stands upright
/// @param height pixels of the original once it stands upright
/// @param placeholder a ThumbHash, base64
/// @param damaged the file broke off or was garbled, and what could be read of it was used
/// @param animated it has more than one frame
/// @param files one file for each size, in the folder that was asked for
public record DerivedImage(
    ImageFormat format,
    int width,
    int height,
    String placeholder,
    boolean damaged,
    boolean animated,
    Map<ImageSize, Path> files) {
  public DerivedImage {
    files = Map.copyOf(files);
  }
}
