package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import lumina.access.Viewer;
import lumina.blob.Blob;
import lumina.blob.BlobResponse;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves the images that [PublicImages] does not send early.
@RestController
class ImageController {
  private final VisibleImages visible;
  private final DerivedImages derived;
  private final BlobStore blobs;
  private final StrippedOriginals cleanCopies;
  private final ImageCaching caching;

  ImageController(
      VisibleImages visible,
      DerivedImages derived,
      BlobStore blobs,
      StrippedOriginals cleanCopies,
      ImageCaching caching) {
    this.visible = visible;
    this.derived = derived;
    this.blobs = blobs;
    this.cleanCopies = cleanCopies;
    this.caching = caching;
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
    ImageSize named =
        full ? ImageSize.LARGE : DerivedImages.named(size).orElseThrow(ImageController::missing);
    if (!derived.send(image, named, request, response)) {
      throw missing();
    }
  }

  private BlobResponse original(IndexEntry image, boolean own) {
    String version = ImageCaching.version(image, own ? "full" : "clean");
    String kept = own ? ImageCaching.REVALIDATE : caching.of(image);
    return new BlobResponse(image.format().mediaType(), version, kept, true, fileName(image));
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

  private static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
