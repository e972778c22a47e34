package lumina.media.still;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import org.jspecify.annotations.Nullable;

/// Decodes an original inside the worker: completely, or else as far as it is readable.
public final class Decoder {
  private static final byte[] END_OF_JPEG = {(byte) 0xFF, (byte) 0xD9};

  private final VipsSession vips;
  private final Original original;
  private final VipsImage header;
  private final Path folder;
  private final int edge;

  /// @param edge the longest requested side, in pixels
  Decoder(VipsSession vips, Original original, VipsImage header, Path folder, int edge) {
    this.vips = vips;
    this.original = original;
    this.header = header;
    this.folder = folder;
    this.edge = edge;
  }

  /// @param damaged whether a part of the picture is missing
  record Decoded(VipsImage image, boolean damaged) {}

  /// Ignores a colour profile that does not fit the picture.
  Decoded decode() throws RefusedImage {
    Path profile = header.isProfiled() ? null : profile(header.bands() < 3);
    boolean profiled = header.isProfiled() || profile != null;
    for (boolean useProfile : profiled ? List.of(true, false) : List.of(false)) {
      Optional<Decoded> decoded = decode(useProfile, profile);
      if (decoded.isPresent()) {
        return seen(decoded.get());
      }
    }
    throw unreadable();
  }

  private @Nullable Path profile(boolean grey) {
    Path profile = folder.resolve("colours.icc");
    return original.colours().isEmpty()
        ? null
        : written(profile, IccProfile.of(original.colours().get(), grey));
  }

  /// libtiff reports a compression that it was built without as an ordinary error, and returns
  /// black.
  private Optional<Decoded> decode(boolean useProfile, @Nullable Path profile) {
    String strict =
        original.format() == ImageFormat.TIFF ? "[fail_on=error]" : "[fail_on=truncated]";
    Optional<VipsImage> whole = decode(original.file(), strict, useProfile, profile);
    if (whole.isEmpty() && original.format() == ImageFormat.JPEG) {
      whole = decode(ended(), "[fail_on=warning]", useProfile, profile);
    }
    return whole.isPresent()
        ? whole.map(image -> new Decoded(image, false))
        : decode(original.file(), "[fail_on=none]", useProfile, profile)
            .map(image -> new Decoded(image, true));
  }

  private Optional<VipsImage> decode(
      Path file, String options, boolean useProfile, @Nullable Path profile) {
    try {
      if (original.frame().isPresent()) {
        return Optional.of(vips.shrink(file, original.frame().get(), edge, options));
      }
      return Optional.of(
          WideSamples.in(header)
              ? vips.shrinkWide(file, edge, options, useProfile)
              : vips.shrink(file, edge, options, useProfile, profile));
    } catch (VipsFailed failed) {
      return Optional.empty();
    }
  }

  /// Some writers leave out the end marker. With the marker added, nothing else may be missing.
  private Path ended() {
    Path ended = folder.resolve("ended.jpg");
    try {
      Files.copy(original.file(), ended, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return written(ended, END_OF_JPEG, StandardOpenOption.APPEND);
  }

  private static Path written(Path file, byte[] bytes, OpenOption... how) {
    try {
      return Files.write(file, bytes, how);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Refuses a uniform picture: a decoder fills it in when there is nothing to decode.
  private Decoded seen(Decoded decoded) throws RefusedImage {
    if (!decoded.damaged() || !vips.isUniform(decoded.image())) {
      return decoded;
    }
    throw original.format() == ImageFormat.TIFF
        ? unreadable()
        : new RefusedImage(
            RefusedImage.UNSUPPORTED,
            "This file broke off before its picture began; please send it again.");
  }

  static RefusedImage unreadable() {
    return new RefusedImage(
        RefusedImage.UNSUPPORTED,
        "This picture is broken or of a kind we cannot read; please save it again as JPEG or PNG.");
  }
}
