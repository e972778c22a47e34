package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lumina.access.OpenToAll;
import lumina.access.Viewer;
import lumina.blob.Blob;
import lumina.blob.BlobResponse;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves images. Caches may keep public ones for ten minutes; all others are revalidated on each
/// use (304 while still allowed), so that a loss of access takes effect at once.
@RestController
class ImageController {
  private static final String PUBLIC = "public, max-age=600";
  private static final String REVALIDATE = "private, no-cache";
  private final VisibleImages visible;
  private final BlobStore blobs;
  private final StrippedOriginals cleanCopies;
  private final OpenToAll open;

  ImageController(
      VisibleImages visible, BlobStore blobs, StrippedOriginals cleanCopies, OpenToAll open) {
    this.open = open;
    this.visible = visible;
    this.blobs = blobs;
    this.cleanCopies = cleanCopies;
  }

  /// Reads the image of a photo in one of its sizes.
  @GetMapping("/api/photos/{id}/image/{size}")
  void getImage(
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    IndexEntry image = visible.find(viewer, id).orElseThrow(ImageController::missing);
    boolean own = viewer.is(image.userId());
    boolean full = size.equals("full");
    if (full && original(image, own).send(() -> file(image, own), request, response)) {
      return;
    }
    ImageSize derived = full ? ImageSize.LARGE : named(size);
    String key = PhotoKeys.derived(image.photoId(), derived);
    if (!derived(image, derived).send(() -> blobs.find(key), request, response)) {
      throw missing();
    }
  }

  private BlobResponse original(IndexEntry image, boolean own) {
    String version = version(image, own ? "full" : "clean");
    String caching = own ? REVALIDATE : caching(image);
    return new BlobResponse(image.format().mediaType(), version, caching, true, fileName(image));
  }

  /// The original file name. If it is unknown, a name of the upload day and the end of the id.
  private static String fileName(IndexEntry image) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(image.createdAt()), ZoneOffset.UTC);
    String id = image.photoId();
    return image.fileName().isEmpty()
        ? "%s %s.%s".formatted(day, id.substring(id.length() - 6), image.format().suffix())
        : image.fileName();
  }

  /// The owner gets the original; everyone else the stripped original, or the largest derived size
  /// if private metadata cannot be separated from the pixels.
  private Optional<Blob> file(IndexEntry image, boolean own) throws IOException {
    return own ? blobs.find(image.fullKey()) : cleanCopies.find(image);
  }

  private static ImageSize named(String word) {
    return Arrays.stream(ImageSize.values())
        .filter(size -> word(size).equals(word))
        .findAny()
        .orElseThrow(ImageController::missing);
  }

  private BlobResponse derived(IndexEntry image, ImageSize size) {
    return new BlobResponse(
        size.mediaType(), version(image, word(size)), caching(image), false, "");
  }

  private static String word(ImageSize size) {
    return size.name().toLowerCase(Locale.ROOT);
  }

  private static String version(IndexEntry image, String of) {
    return "%s-%d-%s".formatted(image.photoId(), image.version(), of);
  }

  private String caching(IndexEntry image) {
    return open.has(image.audience()) ? PUBLIC : REVALIDATE;
  }

  private static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
