package lumina.photo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lumina.backend.DataFolder;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.imaging.CleanCopy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Originals without location and other private metadata, for everyone but the owner.
///
/// Made when first asked for: most originals are never downloaded by others, so most need no second
/// file.
@Component
class CleanCopies {
  private static final Logger log = LoggerFactory.getLogger(CleanCopies.class);
  private final BlobStore blobs;
  private final DataFolder folder;
  private final PhotoStore photos;
  private final UnsettledPhotos unsettled;

  CleanCopies(BlobStore blobs, DataFolder folder, PhotoStore photos, UnsettledPhotos unsettled) {
    this.blobs = blobs;
    this.folder = folder;
    this.photos = photos;
    this.unsettled = unsettled;
  }

  /// The copy, or empty if the photo was deleted meanwhile, or if its file is built in a way that
  /// hides where private parts are.
  Optional<Blob> find(IndexEntry image) throws IOException {
    Optional<Blob> made = blobs.find(image.cleanKey());
    return made.isPresent() ? made : make(image);
  }

  private Optional<Blob> make(IndexEntry image) throws IOException {
    Optional<Blob> found = blobs.find(image.fullKey());
    if (found.isEmpty()) {
      return found;
    }
    Path workspace = folder.workspace();
    try (Blob original = found.get()) {
      Path copy = workspace.resolve("clean");
      if (!written(local(original, workspace), image, copy)) {
        return Optional.empty();
      }
      blobs.put(image.cleanKey(), copy, image.format().mediaType());
    } finally {
      FileSystemUtils.deleteRecursively(workspace);
    }
    if (!photos.exists(image.photoId())) {
      unsettled.discard(image.photoId()); // deleted while the copy was being made
    }
    return blobs.find(image.cleanKey());
  }

  private static Path local(Blob original, Path workspace) throws IOException {
    if (original.file().isPresent()) {
      return original.file().get();
    }
    Path fetched = workspace.resolve("original");
    original.copyTo(fetched);
    return fetched;
  }

  private static boolean written(Path original, IndexEntry image, Path copy) {
    try {
      CleanCopy.write(original, image.format(), copy);
      return true;
    } catch (IOException unclear) {
      log.warn("No copy of {} without private metadata: {}", image.photoId(), unclear.getMessage());
      return false;
    }
  }
}
