package lumina.media.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lumina.media.Capture;
import lumina.media.ImageFormat;
import lumina.media.Taken;
import lumina.media.metadata.FileBytes;
import org.jspecify.annotations.Nullable;

/// Reads from a file how its picture was taken. It needs little time and memory whatever the file
/// says, and never fails: unreadable metadata counts as none.
public final class CaptureReading {
  private CaptureReading() {}

  /// @param now milliseconds since 1970; a picture cannot have been taken much later
  public static Capture of(Path file, long now) {
    try (FileBytes bytes = FileBytes.reading(file)) {
      Optional<ImageFormat> format = ImageFormat.of(file);
      return format.isEmpty()
          ? Capture.UNKNOWN
          : of(MetadataBlocks.of(bytes, format.get()), new CameraClock(now));
    } catch (IOException unreadable) {
      return Capture.UNKNOWN;
    }
  }

  private static Capture of(MetadataBlocks blocks, CameraClock clock) {
    FileSpan block = blocks.exif();
    ExifTags.Read read = block == null ? ExifTags.NOTHING : ExifTags.of(block);
    FileSpan exposure = blocks.exposure();
    if (exposure != null) {
      ExifTags.of(exposure).metadata().getDirectories().forEach(read.metadata()::addDirectory);
    }
    ExifCapture exif = new ExifCapture(read.metadata(), clock);
    Taken taken =
        exif.taken()
            .or(() -> xmp(blocks, read).flatMap(xmp -> XmpTime.of(xmp, clock)))
            .or(() -> container(blocks.createdAt(), clock))
            .or(exif::gpsTime)
            .orElse(null);
    return new Capture(taken, exif.camera(), exif.place());
  }

  private static Optional<byte[]> xmp(MetadataBlocks blocks, ExifTags.Read exif) {
    FileSpan block = blocks.xmp();
    try {
      return block == null
          ? Optional.ofNullable(exif.xmp())
          : Optional.of(block.bytes(XmpTime.LONGEST));
    } catch (IOException tooLong) {
      return Optional.empty();
    }
  }

  private static Optional<Taken> container(@Nullable Long createdAt, CameraClock clock) {
    return createdAt == null ? Optional.empty() : clock.taken(createdAt, 0, Taken.Source.CONTAINER);
  }
}
