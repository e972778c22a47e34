package lumina.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import lumina.account.Viewer;
import lumina.backend.DataFolder;
import lumina.backend.TimeOrderedId;
import lumina.blob.BlobStore;
import lumina.http.Problem;
import lumina.imaging.DerivedImage;
import lumina.imaging.EngineUnavailable;
import lumina.imaging.ImageEngine;
import lumina.imaging.ImageSize;
import lumina.imaging.RefusedImage;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Takes a photo in: decode it, keep its files, then let it appear.
///
/// When [#upload] returns, original, derived sizes and row survive a crash. When it throws, nothing
/// is left.
@Component
public class PhotoUpload {
  /// A file as it arrived, anywhere on the same disk; it is moved away.
  public interface Arrival {
    void moveTo(Path target) throws IOException;
  }

  private final DataFolder folder;
  private final ImageEngine engine;
  private final BlobStore blobs;
  private final UnsettledPhotos unsettled;
  private final PhotoStore photos;
  private final Clock clock = Clock.systemUTC();

  PhotoUpload(
      DataFolder folder,
      ImageEngine engine,
      BlobStore blobs,
      UnsettledPhotos unsettled,
      PhotoStore photos) {
    this.folder = folder;
    this.engine = engine;
    this.blobs = blobs;
    this.unsettled = unsettled;
    this.photos = photos;
  }

  /// @throws Problem.Invalid if the file is no picture that Lumina can show
  /// @throws Problem.Unavailable if the disk is full or the image engine is down
  public Photo upload(Viewer owner, Words words, Audience audience, Arrival arrival) {
    Path workspace = folder.workspace();
    try {
      Path original = workspace.resolve("original");
      arrival.moveTo(original);
      NewPhoto photo =
          new NewPhoto(
              TimeOrderedId.at(clock.millis()),
              owner.userId(),
              words,
              audience,
              decode(original, workspace),
              Files.size(original));
      keep(photo, original);
      return photos.find(owner, photo.photoId()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  private DerivedImage decode(Path original, Path workspace) {
    try {
      return engine.derive(original, workspace);
    } catch (RefusedImage refused) {
      throw new Problem.Invalid("photo", refused.code(), String.valueOf(refused.getMessage()));
    } catch (EngineUnavailable down) {
      throw new Problem.Unavailable(
          "images_unavailable", "Lumina cannot take in photos right now. Please try again soon.");
    }
  }

  private void keep(NewPhoto photo, Path original) throws IOException {
    unsettled.note(photo.photoId());
    boolean kept = false;
    try {
      String suffix = "full." + photo.image().format().suffix();
      blobs.put(Photo.keyPrefix(photo.photoId()) + suffix, original);
      for (Map.Entry<ImageSize, Path> derived : photo.image().files().entrySet()) {
        blobs.put(Photo.key(photo.photoId(), derived.getKey()), derived.getValue());
      }
      photos.add(photo);
      kept = true;
    } finally {
      if (!kept) {
        unsettled.discard(photo.photoId());
      }
    }
  }
}
