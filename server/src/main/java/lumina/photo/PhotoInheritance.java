package lumina.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.imaging.DerivedImage;
import lumina.imaging.ImageFormat;
import lumina.imaging.ImageSize;
import org.springframework.stereotype.Component;

/// Takes in photos whose original lies in the blob store already.
@Component
public class PhotoInheritance {
  /// @param username of its owner
  /// @param createdAt milliseconds since 1970
  /// @param fullKey where its original lies, if that was said
  public record Old(
      String photoId,
      long userId,
      String username,
      Words words,
      Audience audience,
      long createdAt,
      Optional<String> fullKey) {}

  private final PhotoIndex index;
  private final BlobStore blobs;
  private final Decoding decoding;

  PhotoInheritance(PhotoIndex index, BlobStore blobs, Decoding decoding) {
    this.index = index;
    this.blobs = blobs;
    this.decoding = decoding;
  }

  public boolean has(String photoId) {
    return index.holds(photoId);
  }

  /// Whether there is a file of it.
  public boolean hasFile(Old photo) throws IOException {
    for (String key : keys(photo)) {
      Optional<Blob> found = blobs.find(key);
      if (found.isPresent()) {
        found.get().close();
        return true;
      }
    }
    return false;
  }

  /// Makes its sizes, hands over what is known of it now, and then lets it appear.
  ///
  /// @return false if there is no file of it
  /// @throws Problem.Invalid if its file is no picture that Lumina can show
  public boolean adopt(Old old, Consumer<NewPhoto> beforeItAppears) throws IOException {
    for (String key : keys(old)) {
      try (Blob original = blobs.find(key).orElse(null)) {
        if (original != null) {
          decoding.of(
              old.userId(),
              original::copyTo,
              (file, derived) -> {
                NewPhoto photo = keep(old, key, file, derived);
                beforeItAppears.accept(photo);
                index.adopt(photo, old.username(), Position.of(old.createdAt(), old.photoId()));
              });
          return true;
        }
      }
    }
    return false;
  }

  private NewPhoto keep(Old old, String key, Path original, DerivedImage derived)
      throws IOException {
    NewPhoto photo =
        new NewPhoto(
            old.photoId(),
            old.userId(),
            old.words(),
            old.audience(),
            derived,
            Files.size(original),
            Clean.UNKNOWN);
    ImageFormat format = derived.format();
    String fullKey = Photo.fullKey(old.photoId(), format);
    if (!fullKey.equals(key)) {
      blobs.put(fullKey, original, format.mediaType());
    }
    PhotoUpload.keepSizes(old.photoId(), derived, blobs);
    return photo;
  }

  /// Where its original may be, the best first; a smaller picture is better than none.
  private static List<String> keys(Old photo) {
    Stream<String> full =
        Stream.of(ImageFormat.values()).map(format -> Photo.fullKey(photo.photoId(), format));
    String thumb = Photo.key(photo.photoId(), ImageSize.THUMB);
    return Stream.of(photo.fullKey().stream(), full, Stream.of(thumb))
        .flatMap(keys -> keys)
        .distinct()
        .toList();
  }
}
