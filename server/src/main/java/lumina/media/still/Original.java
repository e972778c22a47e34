package lumina.media.still;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import lumina.media.heif.BmpPicture;
import lumina.media.heif.CodedPicture;
import lumina.media.metadata.FileBytes;
import lumina.media.metadata.GifCanvas;
import lumina.media.metadata.IsoBoxes;
import lumina.media.metadata.RawPreview;
import lumina.media.metadata.TiffPages;

/// A file as the engine reads it, with the properties that the engine does not recognise.
///
/// @param file the original, or a copy that the engine reads better
/// @param colours the colour space, if the file has no profile
/// @param moves whether it is animated, if the engine cannot tell: it only counts the frames of a
///   GIF or WebP
/// @param frame the part of a GIF's canvas that its first frame covers, if it is not the whole
/// @param coded the picture, if the engine cannot read it itself
public record Original(
    Path file,
    ImageFormat format,
    Optional<ColourSpace> colours,
    boolean moves,
    Optional<GifCanvas.Frame> frame,
    Optional<CodedPicture> coded) {
  private static final String SEQUENCE = "avis";
  private static final String STILL = "avif";
  private static final int BRAND_AT = 8;

  /// @param copy where a better copy may be written
  /// @throws RefusedImage if it holds no picture that can be shown
  static Original of(Path file, Path copy) throws RefusedImage {
    ImageFormat format = format(file);
    Original plain =
        new Original(file, format, Optional.empty(), false, Optional.empty(), Optional.empty());
    try (FileBytes bytes = FileBytes.reading(file)) {
      return switch (format) {
        case TIFF -> plain.developed(bytes, copy);
        case PNG -> plain.with(PngColour.of(bytes));
        case AVIF -> plain.still(bytes, copy);
        case DNG, CR2, CR3, NEF, ARW, RAF, ORF, RW2 -> plain.preview(bytes, copy);
        case BMP -> plain.with(Optional.of(BmpPicture.of(file, bytes)), Optional.empty());
        case HEIC -> plain.with(CodedPicture.ofHeic(file, bytes), IsoMediaColour.of(bytes));
        case GIF -> plain.with(GifCanvas.uncovered(file));
        default -> plain;
      };
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException unclear) {
      return plain; // the engine decides
    }
  }

  private static ImageFormat format(Path file) {
    try {
      return ImageFormat.of(file).orElseThrow(() -> new IOException("not a picture"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Original preview(FileBytes bytes, Path copy) throws RefusedImage, IOException {
    return previewed(RawPreview.write(bytes, format, copy), copy);
  }

  private Original previewed(boolean written, Path copy) throws RefusedImage {
    if (!written) {
      throw new RefusedImage(
          RefusedImage.UNSUPPORTED,
          "This is a raw photo with no large preview in it; please develop it and send a JPEG.");
    }
    return new Original(copy, ImageFormat.JPEG, colours, moves, frame, coded);
  }

  private Original developed(FileBytes bytes, Path copy) throws RefusedImage, IOException {
    TiffPages pages = new TiffPages(bytes);
    if (pages.isRaw()) {
      return previewed(RawPreview.write(bytes, pages, copy), copy);
    }
    Optional<Long> later = pages.laterPicture();
    if (later.isEmpty()) {
      return this;
    }
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    try (FileBytes copied = new FileBytes(copy)) {
      pages.beginWith(later.get(), copied);
    }
    return new Original(copy, format, colours, moves, frame, coded);
  }

  private Original with(PngColour png) {
    return new Original(file, format, png.space(), png.moves(), frame, coded);
  }

  private Original with(Optional<GifCanvas.Frame> part) {
    return new Original(file, format, colours, moves, part, coded);
  }

  private Original with(Optional<? extends CodedPicture> picture, Optional<ColourSpace> space) {
    return new Original(file, format, space, moves, frame, picture.map(found -> found));
  }

  /// Returns this as a file that the engine reads.
  Original decoded(Path tiff) {
    return new Original(tiff, ImageFormat.TIFF, colours, moves, frame, Optional.empty());
  }

  /// The engine does not read an animated AVIF under its own brand, nor one with more behind its
  /// boxes. Under the brand of a still AVIF it reads the main picture.
  private Original still(FileBytes bytes, Path copy) throws IOException {
    ByteBuffer brand = bytes.read(BRAND_AT, 4);
    boolean moves = StandardCharsets.ISO_8859_1.decode(brand).toString().equals(SEQUENCE);
    if (moves) {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      try (FileBytes copied = new FileBytes(copy)) {
        copied.write(BRAND_AT, ByteBuffer.wrap(STILL.getBytes(StandardCharsets.ISO_8859_1)));
        copied.truncate(new IsoBoxes(bytes).end());
      }
    }
    return new Original(moves ? copy : file, format, IsoMediaColour.of(bytes), moves, frame, coded);
  }
}
