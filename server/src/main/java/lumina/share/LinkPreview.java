package lumina.share;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.media.RefusedImage;
import lumina.media.worker.EngineUnavailable;
import lumina.media.worker.ImageEngine;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoKeys;
import lumina.share.OpenLinks.OpenLink;
import lumina.storage.DataFolder;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Makes the pictures that chats show for links: the first photo, cropped to their shape. It keeps
/// the latest.
@Component
class LinkPreview {
  static final String MEDIA_TYPE = "image/jpeg";
  private static final int MAX_KEPT = 50;

  /// @param version of the files of the photo
  private record Picture(String photoId, long version) {}

  private final SharedPhotos shown;
  private final PhotoStore photos;
  private final BlobStore blobs;
  private final ImageEngine engine;
  private final DataFolder folder;
  private final LoadingCache<Picture, byte[]> kept;

  LinkPreview(
      SharedPhotos shown,
      PhotoStore photos,
      BlobStore blobs,
      ImageEngine engine,
      DataFolder folder) {
    this.shown = shown;
    this.photos = photos;
    this.blobs = blobs;
    this.engine = engine;
    this.folder = folder;
    kept = Caffeine.newBuilder().maximumSize(MAX_KEPT).build(picture -> make(picture.photoId()));
  }

  /// A JPEG of 1200 × 630 pixels.
  ///
  /// @throws Problem.NotFound if the link has a password, or shows no photo
  /// @throws Problem.Unavailable if the image engine is down, or too busy
  byte[] of(OpenLink link) {
    String cover = shown.summary(link.share(), link.viewer()).cover();
    if (cover == null || link.share().hasPassword()) {
      throw missing();
    }
    IndexEntry photo = photos.entry(link.viewer(), cover).orElseThrow(LinkPreview::missing);
    return kept.get(new Picture(cover, photo.version()));
  }

  private static Problem missing() {
    return new Problem.NotFound("preview");
  }

  private byte[] make(String photoId) {
    Path workspace = folder.workspace();
    try (Blob large = large(photoId).orElseThrow(LinkPreview::missing)) {
      Path source = workspace.resolve("large");
      Path preview = workspace.resolve("preview.jpg");
      large.copyTo(source);
      engine.preview(source, preview);
      return Files.readAllBytes(preview);
    } catch (RefusedImage | EngineUnavailable down) {
      throw new Problem.Unavailable(
          "preview_unavailable", "This preview cannot be made right now. Please try again soon.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  private Optional<Blob> large(String photoId) throws IOException {
    return blobs.find(PhotoKeys.derived(photoId, ImageSize.LARGE));
  }
}
