package lumina.photo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lumina.account.Viewer;
import lumina.blob.BlobStore;
import lumina.http.Limit;
import lumina.http.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All photos of one person, to take along or to delete.
@Component
public class OwnPhotos {
  /// @param name of a file for it
  /// @param file the original; it must not be changed
  public record OwnPhoto(PhotoJson words, String name, Optional<Path> file) {}

  /// Takes one photo after the other.
  public interface Taker {
    void take(OwnPhoto photo) throws IOException;
  }

  private final PhotoStore photos;
  private final PhotoDeletion deletion;
  private final BlobStore blobs;

  OwnPhotos(PhotoStore photos, PhotoDeletion deletion, BlobStore blobs) {
    this.photos = photos;
    this.deletion = deletion;
    this.blobs = blobs;
  }

  public void each(Viewer owner, Taker taker) throws IOException {
    String next = null;
    do {
      Page<Photo> page = photos.own(owner, Limit.MAX, next);
      for (Photo photo : page.items()) {
        taker.take(own(photo));
      }
      next = page.next();
    } while (next != null);
  }

  private OwnPhoto own(Photo photo) throws IOException {
    String name = photo.photoId() + "." + photo.format().suffix();
    String key = Photo.keyPrefix(photo.photoId()) + "full." + photo.format().suffix();
    return new OwnPhoto(PhotoJson.of(photo), name, blobs.file(key));
  }

  public void deleteAll(Viewer owner) {
    List<Photo> some = firstOf(owner);
    while (!some.isEmpty()) {
      some.forEach(photo -> deletion.delete(owner, photo.photoId()));
      some = firstOf(owner);
    }
  }

  private List<Photo> firstOf(Viewer owner) {
    @Nullable String start = null;
    return new ArrayList<>(photos.own(owner, Limit.MAX, start).items());
  }
}
