package lumina.video;

import java.io.IOException;
import java.nio.file.Path;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
import lumina.media.video.MotionPart;
import lumina.photo.IndexEntry;
import lumina.photo.PendingPhotos;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.DataFolder;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Fetches the moving parts of photos, and stores what is made of them.
@Component
class VideoFiles {
  /// Works with a file in a folder of its own, which is deleted afterwards.
  interface Work {
    void on(Path source, Path folder) throws IOException;
  }

  private final BlobStore blobs;
  private final DataFolder data;
  private final PendingPhotos pending;

  VideoFiles(BlobStore blobs, DataFolder data, PendingPhotos pending) {
    this.blobs = blobs;
    this.data = data;
    this.pending = pending;
  }

  /// @return false if the photo has no such file (any more)
  boolean fetch(IndexEntry photo, Work work) throws IOException {
    Path folder = data.workspace();
    try {
      Path file = folder.resolve("source");
      boolean found = photo.format().isVideo() ? copy(photo.fullKey(), file) : part(photo, file);
      if (found) {
        work.on(file, folder);
      }
      return found;
    } finally {
      FileSystemUtils.deleteRecursively(folder.toFile());
    }
  }

  /// The moving part of a picture is a file of its own, or a part of the original.
  private boolean part(IndexEntry photo, Path file) throws IOException {
    Path picture = file.resolveSibling("picture");
    return copy(PhotoKeys.motion(photo.photoId()), file)
        || (copy(photo.fullKey(), picture) && MotionPart.extract(picture, file));
  }

  private boolean copy(String key, Path file) throws IOException {
    try (Blob found = blobs.find(key).orElse(null)) {
      if (found != null) {
        found.copyTo(file);
      }
      return found != null;
    }
  }

  void keep(String photoId, Path playable) throws IOException {
    blobs.put(PhotoKeys.video(photoId), playable, ImageFormat.MP4.mediaType());
  }

  /// The photo was deleted meanwhile.
  void discard(String photoId) {
    pending.discard(photoId);
  }
}
