package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.access.Viewer;
import lumina.photo.IndexEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Serves the moving parts of photos, and the images that [PublicImages] does not send early.
@RestController
class ImageController {
  private final VisibleImages visible;
  private final PhotoImages images;
  private final ImageCaching caching;

  ImageController(VisibleImages visible, PhotoImages images, ImageCaching caching) {
    this.visible = visible;
    this.images = images;
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
    IndexEntry image = visible.find(viewer, id).orElseThrow(PhotoImages::missing);
    boolean own = viewer.is(image.userId());
    images.send(new PhotoImages.Wanted(image, size, own), caching.of(image), request, response);
  }

  /// Reads the video of a photo, or the moving part of a motion photo, once its status is `ready`.
  @GetMapping("/api/photos/{id}/video")
  void getVideo(
      Viewer viewer,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    IndexEntry photo = visible.find(viewer, id).orElseThrow(PhotoImages::missing);
    images.sendVideo(photo, caching.of(photo), request, response);
  }
}
