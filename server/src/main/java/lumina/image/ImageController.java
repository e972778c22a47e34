package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer;
import lumina.blob.BlobResponse;
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
  private final OriginalFiles originals;
  private final ImageCaching caching;

  ImageController(
      VisibleImages visible, DerivedImages derived, OriginalFiles originals, ImageCaching caching) {
    this.visible = visible;
    this.derived = derived;
    this.originals = originals;
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
    if (full && original(image, own).send(() -> originals.find(image, own), request, response)) {
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
    return new BlobResponse(
        image.format().mediaType(), version, kept, true, OriginalFiles.name(image));
  }

  private static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
