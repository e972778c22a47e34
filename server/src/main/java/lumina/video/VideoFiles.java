package lumina.video;

import java.io.IOException;
import java.nio.file.Path;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageFormat;
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
    String key = photo.format().isVideo() ? photo.fullKey() : PhotoKeys.motion(photo.photoId());
    try (Blob source = blobs.find(key).orElse(null)) {
      if (source == null) {
        return false;
      }
      Path file = folder.resolve("source");
      source.copyTo(file);
      work.on(file, folder);
      return true;
    } finally {
      FileSystemUtils.deleteRecursively(folder.toFile());
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
