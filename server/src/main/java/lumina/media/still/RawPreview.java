package lumina.media.still;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lumina.media.RefusedImage;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.JpegStripper;
import lumina.media.metadata.TiffPages;
import lumina.media.metadata.TiffPages.Span;

/// Extracts the largest JPEG preview of a camera's raw file. Lumina does not develop the raw sensor
/// data.
public final class RawPreview {
  /// Smaller previews are for the camera's own screen.
  private static final int SMALLEST_EDGE = 640;

  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int PIECE = 1 << 16;

  private record Jpeg(Span span, int width, int height) {
    long pixels() {
      return (long) width * height;
    }
  }

  private RawPreview() {}

  /// Writes the preview with the orientation of the raw file.
  static void write(FileBytes raw, TiffPages pages, Path target) throws IOException, RefusedImage {
    Jpeg largest = null;
    for (Span span : pages.jpegs()) {
      Jpeg found = jpeg(raw, span).orElse(null);
      if (found != null && (largest == null || found.pixels() > largest.pixels())) {
        largest = found;
      }
    }
    if (largest == null || Math.max(largest.width(), largest.height()) < SMALLEST_EDGE) {
      throw new RefusedImage(
          RefusedImage.UNSUPPORTED,
          "This is a raw photo with no large preview in it; please develop it and send a JPEG.");
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(target))) {
      out.writeShort(START_OF_IMAGE);
      JpegStripper.writeOrientation(pages.orientation(), out);
      long end = largest.span().at() + largest.span().length();
      for (long at = largest.span().at() + 2; at < end; at += PIECE) {
        out.write(raw.read(at, Math.min(PIECE, end - at)).array());
      }
    }
  }

  /// Returns its size if it is a JPEG that every reader supports: raw sensor data may be a lossless
  /// JPEG.
  private static Optional<Jpeg> jpeg(FileBytes raw, Span span) throws IOException {
    try {
      long end = span.at() + span.length();
      if (Short.toUnsignedInt(raw.read(span.at(), 2).getShort()) != START_OF_IMAGE) {
        return Optional.empty();
      }
      for (long at = span.at() + 2; at + 10 <= end; ) {
        ByteBuffer segment = raw.read(at, 10);
        int marker = Short.toUnsignedInt(segment.getShort());
        int length = Short.toUnsignedInt(segment.getShort());
        if (marker >= 0xFFC0 && marker <= 0xFFC2) {
          int height = Short.toUnsignedInt(segment.getShort(5));
          return Optional.of(new Jpeg(span, Short.toUnsignedInt(segment.getShort(7)), height));
        }
        if (marker == 0xFFC3 || marker < 0xFFC0) {
          return Optional.empty();
        }
        at += 2 + length;
      }
      return Optional.empty();
    } catch (BufferUnderflowException cut) {
      return Optional.empty();
    }
  }
}
