package lumina.media.metadata;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lumina.media.ImageFormat;
import lumina.media.metadata.TiffPages.Span;
import org.jspecify.annotations.Nullable;

/// Extracts the largest JPEG preview of a camera's raw file. Lumina does not develop the raw sensor
/// data.
public final class RawPreview {
  /// Smaller previews are for the camera's own screen.
  private static final int SMALLEST_EDGE = 640;

  private static final int START_OF_IMAGE = 0xFFD8;
  private static final int PIECE = 1 << 16;
  private static final int UPRIGHT = 1;
  private static final int MAX_STARTS = 1_000;

  private record Jpeg(Span span, int width, int height) {
    long pixels() {
      return (long) width * height;
    }
  }

  private RawPreview() {}

  /// Writes the preview with the orientation of the raw file.
  ///
  /// @return false if the file has no large one
  public static boolean write(FileBytes raw, ImageFormat format, Path target) throws IOException {
    return switch (format) {
      case RAF -> write(raw, List.of(), UPRIGHT, target); // the preview says how it was held
      case CR3 -> write(raw, List.of(), Cr3Blocks.of(raw).orientation(), target);
      default -> write(raw, new TiffPages(raw), target);
    };
  }

  /// Does the same for other raw files that are TIFFs in form.
  public static boolean write(FileBytes raw, TiffPages pages, Path target) throws IOException {
    return write(raw, pages.jpegs(), pages.orientation(), target);
  }

  private static boolean write(FileBytes raw, List<Span> known, int orientation, Path target)
      throws IOException {
    Jpeg largest = largest(raw, known);
    if (isTooSmall(largest)) {
      largest = largest(raw, everyStart(raw));
    }
    if (largest == null || isTooSmall(largest)) {
      return false;
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(target))) {
      out.writeShort(START_OF_IMAGE);
      JpegStripper.writeOrientation(orientation, out);
      long end = largest.span().at() + largest.span().length();
      for (long at = largest.span().at() + 2; at < end; at += PIECE) {
        out.write(raw.read(at, Math.min(PIECE, end - at)).array());
      }
    }
    return true;
  }

  private static boolean isTooSmall(@Nullable Jpeg jpeg) {
    return jpeg == null || Math.max(jpeg.width(), jpeg.height()) < SMALLEST_EDGE;
  }

  private static @Nullable Jpeg largest(FileBytes raw, List<Span> spans) throws IOException {
    Jpeg largest = null;
    for (Span span : spans) {
      Jpeg found = jpeg(raw, span).orElse(null);
      if (found != null && (largest == null || found.pixels() > largest.pixels())) {
        largest = found;
      }
    }
    return largest;
  }

  /// Some cameras say where the preview is only in notes that differ from model to model, so this
  /// looks at every place where a JPEG may begin. A JPEG says itself where it ends.
  private static List<Span> everyStart(FileBytes raw) throws IOException {
    List<Span> starts = new ArrayList<>();
    int last = 0;
    for (long at = 0; at < raw.size(); at += PIECE) {
      byte[] piece = raw.read(at, Math.min(PIECE, raw.size() - at)).array();
      for (int i = 0; i < piece.length; i++) {
        last = (last << 8 | Byte.toUnsignedInt(piece[i])) & 0xFFFFFF;
        if (last == (START_OF_IMAGE << 8 | 0xFF) && starts.size() < MAX_STARTS) {
          long start = at + i - 2;
          starts.add(new Span(start, raw.size() - start));
        }
      }
    }
    return starts;
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
    } catch (BufferUnderflowException | EOFException cut) {
      return Optional.empty();
    }
  }
}
