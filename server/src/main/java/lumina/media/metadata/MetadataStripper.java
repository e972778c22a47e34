package lumina.media.metadata;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Files;
import java.nio.file.Path;
import lumina.media.ImageFormat;

/// Copies a picture without the metadata that cameras and editors write about place, time, device
/// and people. Pixels, colours and orientation stay the same.
///
/// It decodes nothing; memory does not depend on the file's size, and time grows at most in
/// proportion to it. It keeps only the parts on a list and drops all others. A truncated file stays
/// truncated.
public final class MetadataStripper {
  private MetadataStripper() {}

  /// @throws IOException if the structure of the file is unreadable: then no part of it should be
  ///   shown, since private metadata may be anywhere; also if a copy would lose its orientation
  /// @throws UncheckedIOException if the copy cannot be written, which is not the fault of the file
  public static void write(Path original, ImageFormat format, Path target) throws IOException {
    switch (format) {
      case JPEG -> stream(original, target, new JpegStripper()::copy);
      case PNG -> stream(original, target, PngStripper::copy);
      case GIF -> stream(original, target, GifStripper::copy);
      case WEBP -> {
        stream(original, target, WebpStripper::copy);
        WebpStripper.settle(target);
      }
      case AVIF, HEIC -> inPlace(original, target, IsoMediaStripper::blank);
      case TIFF -> inPlace(original, target, TiffStripper::blank);
      case DNG, CR2, CR3, NEF, ARW, RAF, ORF, RW2 -> preview(original, format, target);
      default -> throw new IOException("this format has no stripped original");
    }
  }

  /// Writes the embedded JPEG of a raw file: where other makers hide private data is unknown.
  private static void preview(Path original, ImageFormat format, Path target) throws IOException {
    Path preview = target.resolveSibling(target.getFileName() + ".preview");
    try (FileBytes raw = FileBytes.reading(original)) {
      if (!RawPreview.write(raw, format, preview)) {
        throw new IOException("a raw file with no large preview");
      }
      stream(preview, target, new JpegStripper()::copy);
    } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
      throw new IOException("a part is shorter than its declared length", broken);
    } finally {
      Files.deleteIfExists(preview);
    }
  }

  private interface Copying {
    void copy(DataInputStream in, DataOutputStream out) throws IOException;
  }

  private static void stream(Path original, Path target, Copying parts) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(original), 1 << 16));
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(new CopyOutput(target), 1 << 16))) {
      try {
        parts.copy(in, out);
      } catch (EOFException cutOff) {
        out.flush();
      }
    }
  }

  /// Marks write errors as the fault of the disk and not of the picture.
  private static final class CopyOutput extends FilterOutputStream {
    CopyOutput(Path target) throws IOException {
      super(Files.newOutputStream(target));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      try {
        out.write(bytes, from, length);
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }

  private interface Blanking {
    void blank(FileBytes bytes) throws IOException;
  }

  /// Strips formats whose parts refer to each other by offset in the file.
  private static void inPlace(Path original, Path target, Blanking parts) throws IOException {
    try (OutputStream out = new CopyOutput(target)) {
      Files.copy(original, out);
    }
    try (FileBytes bytes = new FileBytes(target)) {
      parts.blank(bytes);
    } catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
      throw new IOException("a part is shorter than its declared length", broken);
    }
  }

  /// Copies `length` bytes, or all that are left before an [EOFException].
  static void copy(DataInputStream in, DataOutputStream out, long length) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (long left = length; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
