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

/// Originals without location and other private metadata, for everyone but the owner.
///
/// They are made when a photo that others may see is uploaded, while its file is at hand. All
/// others, those of older photos for example, are made when they are first asked for.
@Component
public class StrippedOriginals {
  private static final Logger log = LoggerFactory.getLogger(StrippedOriginals.class);

  private final BlobStore blobs;
  private final OriginalStripping maker;

  StrippedOriginals(BlobStore blobs, OriginalStripping maker) {
    this.blobs = blobs;
    this.maker = maker;
  }

  /// What others get, or empty if the photo was deleted meanwhile, or if its file is built in a way
  /// that hides where private parts are.
  ///
  /// @throws lumina.http.problem.Problem.Unavailable if it takes too long to make it
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

  /// Keeps a copy of a file that is at hand, where it takes one.
  ///
  /// @param original stays
  /// @param copy where it is made
  public static StrippedOriginal keep(
      String photoId, ImageFormat format, Path original, Path copy, BlobStore blobs)
      throws IOException {
    try {
      MetadataStripper.write(original, format, copy);
    } catch (IOException unclear) {
      log.warn("No copy of {} without private metadata: {}", photoId, unclear.getMessage());
      return StrippedOriginal.NONE;
    }
    if (Files.mismatch(original, copy) < 0) {
      return StrippedOriginal.SAME;
    }
    blobs.put(PhotoKeys.clean(photoId, format), copy, format.mediaType());
    return StrippedOriginal.COPY;
  }
}
