package lumina.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.access.Viewer.Person;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;

/// Finds the photo that one file is already. It is asked again in the transaction that adds the
/// photo: two requests may send the same file at the same moment.
public final class DuplicateCheck {
  /// @param original SHA-256 of the file
  /// @param movie SHA-256 of the moving part that came beside it, null if none came
  public record Checksums(String original, @Nullable String movie) {
    /// @param original where [Decoding.Arrival] put it
    static Checksums of(Path original) throws IOException {
      Path movie = Decoding.motion(original);
      return new Checksums(Checksum.of(original), Files.exists(movie) ? Checksum.of(movie) : null);
    }
  }

  /// The owner has the same file as a photo already.
  static final class Duplicate extends RuntimeException {
    private final String photoId;

    private Duplicate(String photoId) {
      super(photoId, null, false, false);
      this.photoId = photoId;
    }

    String photoId() {
      return photoId;
    }
  }

  private final PhotoStore photos;
  private final BlobStore blobs;
  private final Person owner;
  private final Checksums file;
  private final Duplicates duplicates;
  private final Map<String, Boolean> movies = new HashMap<>();

  DuplicateCheck(
      PhotoStore photos, BlobStore blobs, Person owner, Checksums file, Duplicates duplicates) {
    this.photos = photos;
    this.blobs = blobs;
    this.owner = owner;
    this.file = file;
    this.duplicates = duplicates;
  }

  /// The checksum of the original.
  String checksum() {
    return file.original();
  }

  void requireNew() {
    Optional<String> known = find();
    if (known.isPresent()) {
      throw new Duplicate(known.get());
    }
  }

  Optional<String> find() {
    return duplicates.equals(Duplicates.KEEP)
        ? Optional.empty()
        : duplicates.among(same()).map(IndexEntry::photoId);
  }

  /// A picture with a movie beside it is not the same as one without it, or with another one: no
  /// movie is to be lost. One that has its movie inside needs none beside it.
  private List<IndexEntry> same() {
    String movie = file.movie();
    List<IndexEntry> pictures = photos.ofFile(owner, file.original());
    return movie == null ? pictures : pictures.stream().filter(it -> hasMovie(it, movie)).toList();
  }

  /// Reads each movie once, before the transaction.
  private boolean hasMovie(IndexEntry photo, String movie) {
    return movies.computeIfAbsent(photo.photoId(), id -> moves(photo, movie));
  }

  private boolean moves(IndexEntry photo, String movie) {
    try (Blob beside = blobs.find(PhotoKeys.motion(photo.photoId())).orElse(null)) {
      return beside == null ? photo.hasMotion() : movie.equals(Checksum.of(beside.bytes()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
