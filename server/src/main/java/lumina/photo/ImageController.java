package lumina.photo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lumina.account.Viewer;
import lumina.blob.BlobStore;
import lumina.http.FileResponse;
import lumina.http.Problem;
import lumina.imaging.ImageSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Image bytes. A public photo's never change and may be kept by any cache; all others are asked
/// for anew each time (304 while still allowed), so that taking access away works at once.
@RestController
class ImageController {
  private static final String PUBLIC = "public, max-age=31536000, immutable";
  private static final String REVALIDATE = "private, no-cache";
  private final PhotoStore photos;
  private final BlobStore blobs;
  private final CleanCopies cleanCopies;

  ImageController(PhotoStore photos, BlobStore blobs, CleanCopies cleanCopies) {
    this.photos = photos;
    this.blobs = blobs;
    this.cleanCopies = cleanCopies;
  }

  @GetMapping("/api/photos/{id}/image/{size}")
  void image(
      Viewer viewer,
      @PathVariable String id,
      @PathVariable String size,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    IndexEntry image = photos.image(viewer, id).orElseThrow(ImageController::missing);
    boolean own = viewer.is(image.userId());
    if (size.equals("full")) {
      original(image, own).send(request, response);
    } else {
      derived(image, size).send(request, response);
    }
  }

  /// The owner gets the file as it was uploaded; everyone else the same pixels without private
  /// metadata, or the largest derived size where the two cannot be told apart.
  private FileResponse original(IndexEntry image, boolean own) throws IOException {
    Optional<Path> file = own ? blobs.file(image.fullKey()) : cleanCopies.file(image);
    if (file.isEmpty()) {
      return derived(image, "large");
    }
    String version = image.photoId() + (own ? "-full" : "-clean");
    return new FileResponse(
        file.get(), image.format().mediaType(), version, own ? REVALIDATE : caching(image), true);
  }

  private FileResponse derived(IndexEntry image, String word) throws IOException {
    ImageSize size =
        Arrays.stream(ImageSize.values())
            .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(word))
            .findAny()
            .orElseThrow(ImageController::missing);
    return new FileResponse(
        blobs.file(Photo.key(image.photoId(), size)).orElseThrow(ImageController::missing),
        size.mediaType(),
        image.photoId() + "-" + word,
        caching(image),
        false);
  }

  private static String caching(IndexEntry image) {
    return image.audience() == Audience.PUBLIC ? PUBLIC : REVALIDATE;
  }

  private static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
