package lumina.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.media.metadata.MetadataStripper;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.StrippedOriginal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stores stripped originals, without location and other private metadata, for everyone but the
/// owner.
///
/// They are made during the upload of a photo that others may see, while its file is on this
/// machine. All others, for example of older photos, are made at the first request.
@Component
public class StrippedOriginals {
  private static final Logger log = LoggerFactory.getLogger(StrippedOriginals.class);

  private final BlobStore blobs;
  private final OriginalStripping maker;

  StrippedOriginals(BlobStore blobs, OriginalStripping maker) {
    this.blobs = blobs;
    this.maker = maker;
  }

  /// The stripped original; empty if the photo was deleted meanwhile, or if the file format hides
  /// where private metadata is.
  ///
  /// @throws lumina.http.problem.Problem.Unavailable if making it takes too long
  Optional<Blob> find(IndexEntry image) throws IOException {
    return switch (image.clean()) {
      case NONE -> Optional.empty();
      case SAME -> blobs.find(image.fullKey());
      case COPY, UNKNOWN -> {
        Optional<Blob> copy = blobs.find(image.cleanKey());
        yield copy.isPresent() ? copy : find(image, maker.make(image));
      }
    };
  }

  private Optional<Blob> find(IndexEntry image, StrippedOriginal made) throws IOException {
    return switch (made) {
      case COPY -> blobs.find(image.cleanKey());
      case SAME -> blobs.find(image.fullKey());
      case NONE, UNKNOWN -> Optional.empty();
    };
  }

  /// Makes and stores the stripped original of a local file, if it differs from the original.
  ///
  /// @param original is not changed
  /// @param copy where the stripped original is written
  public static StrippedOriginal keep(
      String photoId, ImageFormat format, Path original, Path copy, BlobStore blobs)
      throws IOException {
    StrippedOriginal clean = write(photoId, format, original, copy);
    if (clean == StrippedOriginal.COPY) {
      blobs.put(PhotoKeys.clean(photoId, format), copy, format.stripped().mediaType());
    }
    return clean;
  }

  /// Makes the stripped original of a local file.
  ///
  /// @param original is not changed
  /// @param copy where the stripped original is written; to be stored if the result says so
  public static StrippedOriginal write(String photoId, ImageFormat format, Path original, Path copy)
      throws IOException {
    if (format.isVideo()) {
      return StrippedOriginal.NONE; // others get the file that browsers play
    }
    if (format == ImageFormat.BMP) {
      return StrippedOriginal.NONE; // anything can be beside its pixels
    }
    try {
      MetadataStripper.write(original, format, copy);
    } catch (IOException unclear) {
      log.warn(
          "Original of {} cannot be stripped of private metadata: {}",
          photoId,
          unclear.getMessage());
      return StrippedOriginal.NONE;
    }
    return Files.mismatch(original, copy) < 0 ? StrippedOriginal.SAME : StrippedOriginal.COPY;
  }
}
