package lumina.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.imaging.CleanCopy;
import lumina.imaging.ImageFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Originals without location and other private metadata, for everyone but the owner.
///
/// They are made when a photo that others may see is uploaded, while its file is at hand. All
/// others, those of older photos for example, are made when they are first asked for.
@Component
class CleanCopies {
  private static final Logger log = LoggerFactory.getLogger(CleanCopies.class);

  private final BlobStore blobs;
  private final CleanCopyMaker maker;

  CleanCopies(BlobStore blobs, CleanCopyMaker maker) {
    this.blobs = blobs;
    this.maker = maker;
  }

  /// What others get, or empty if the photo was deleted meanwhile, or if its file is built in a way
  /// that hides where private parts are.
  ///
  /// @throws lumina.http.Problem.Unavailable if it takes too long to make it
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

  private Optional<Blob> find(IndexEntry image, Clean made) throws IOException {
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
  static Clean keep(String photoId, ImageFormat format, Path original, Path copy, BlobStore blobs)
      throws IOException {
    try {
      CleanCopy.write(original, format, copy);
    } catch (IOException unclear) {
      log.warn("No copy of {} without private metadata: {}", photoId, unclear.getMessage());
      return Clean.NONE;
    }
    if (Files.mismatch(original, copy) < 0) {
      return Clean.SAME;
    }
    blobs.put(PhotoKeys.clean(photoId, format), copy, format.mediaType());
    return Clean.COPY;
  }
}
