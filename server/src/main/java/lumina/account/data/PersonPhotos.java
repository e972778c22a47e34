package lumina.account.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.feed.PhotoFeed;
import lumina.http.list.Page;
import lumina.http.list.PageSize;
import lumina.media.ImageFormat;
import lumina.photo.ImageAddresses;
import lumina.photo.LocalImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import lumina.photo.detail.PhotoKeys;
import lumina.trash.Trash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Exports or deletes all photos of one person.
@Component
public class PersonPhotos {
  /// @param name the file name in the export
  /// @param fileName its name when it was uploaded, empty if unknown
  /// @param file the original, open until the photo is written
  /// @param movie its moving part, if that is a file of its own
  public record ExportedPhoto(
      PhotoJson metadata, String name, String fileName, Optional<Blob> file, Optional<Blob> movie) {
    /// The name of the movie in the export, beside the picture.
    public String movieName() {
      return metadata.photoId() + "." + ImageFormat.MOV.suffix();
    }
  }

  /// Receives the photos one by one.
  public interface Taker {
    void take(ExportedPhoto photo) throws IOException;
  }

  // An export is read long after signed URLs expire.
  private static final ImageAddresses ADDRESSES = new LocalImageAddresses();

  private final PhotoFeed photos;
  private final Trash trash;
  private final BlobStore blobs;

  PersonPhotos(PhotoFeed photos, Trash trash, BlobStore blobs) {
    this.photos = photos;
    this.trash = trash;
    this.blobs = blobs;
  }

  public void each(Person owner, Taker taker) throws IOException {
    String next = null;
    do {
      Page<Photo> page = photos.own(owner, PageSize.MAX, next);
      for (Photo photo : page.items()) {
        give(photo, taker);
      }
      next = page.next();
    } while (next != null);
  }

  private void give(Photo photo, Taker taker) throws IOException {
    String name = photo.photoId() + "." + photo.entry().format().suffix();
    String key = PhotoKeys.full(photo.photoId(), photo.entry().format());
    PhotoJson json = PhotoJson.of(photo, ADDRESSES);
    Optional<Blob> file = blobs.find(key);
    Optional<Blob> movie =
        json.motion() ? blobs.find(PhotoKeys.motion(photo.photoId())) : Optional.empty();
    try {
      taker.take(new ExportedPhoto(json, name, photo.entry().fileName(), file, movie));
    } finally {
      file.ifPresent(Blob::close);
      movie.ifPresent(Blob::close);
    }
  }

  public void deleteAll(Person owner) {
    List<Photo> some = firstOf(owner);
    while (!some.isEmpty()) {
      some.forEach(photo -> trash.delete(owner, photo.photoId()));
      some = firstOf(owner);
    }
  }

  private List<Photo> firstOf(Person owner) {
    @Nullable String start = null;
    return new ArrayList<>(photos.own(owner, PageSize.MAX, start).items());
  }
}
