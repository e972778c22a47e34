package lumina.share;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import lumina.access.Viewer;
import lumina.http.problem.Problem;
import lumina.image.ImageCaching;
import lumina.image.PhotoImages;
import lumina.image.PhotoZip;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoStore;
import lumina.share.OpenLinks.OpenLink;
import lumina.share.Share.Download;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// The image files behind a link. None has an address at a CDN, and browsers ask again before each
/// use, so that the end of the link holds at once.
@RestController
@RequestMapping("/api/s/{token}")
class LinkFileController {
  private final OpenLinks links;
  private final SharedPhotos shown;
  private final PhotoStore photos;
  private final PhotoImages images;
  private final PhotoZip zips;

  LinkFileController(
      OpenLinks links, SharedPhotos shown, PhotoStore photos, PhotoImages images, PhotoZip zips) {
    this.links = links;
    this.shown = shown;
    this.photos = photos;
    this.images = images;
    this.zips = zips;
  }

  /// Reads the image of a photo that a link shows; `full` only if it can be downloaded.
  @GetMapping("/photos/{id}/image/{size}")
  void getSharedImage(
      Viewer viewer,
      @PathVariable String token,
      @PathVariable String id,
      @PathVariable String size,
      ServletWebRequest web)
      throws IOException {
    HttpServletRequest request = web.getRequest();
    HttpServletResponse response = requireNonNull(web.getResponse());
    OpenLink link = links.open(token, viewer, request);
    if (size.equals("full") && link.share().download() == Download.NONE) {
      throw missing();
    }
    IndexEntry image = photos.entry(link.viewer(), id).orElseThrow(LinkFileController::missing);
    images.send(
        new PhotoImages.Wanted(image, size, link.share().offersOriginalOf(image.userId())),
        ImageCaching.REVALIDATE,
        request,
        response);
  }

  /// Reads the video of a photo that a link shows, or the moving part of a motion photo.
  @GetMapping("/photos/{id}/video")
  void getSharedVideo(
      Viewer viewer, @PathVariable String token, @PathVariable String id, ServletWebRequest web)
      throws IOException {
    HttpServletRequest request = web.getRequest();
    OpenLink link = links.open(token, viewer, request);
    IndexEntry photo = photos.entry(link.viewer(), id).orElseThrow(LinkFileController::missing);
    images.sendVideo(photo, ImageCaching.REVALIDATE, request, requireNonNull(web.getResponse()));
  }

  /// Downloads all photos that a link shows as a zip, if they can be downloaded.
  @GetMapping("/download")
  void downloadSharedPhotos(
      Viewer viewer,
      @PathVariable String token,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OpenLink link = links.open(token, viewer, request);
    if (link.share().download() == Download.NONE) {
      throw missing();
    }
    zips.send(
        response,
        "lumina-photos.zip",
        shown.ids(link.share(), link.viewer()),
        new PhotoZip.Terms() {
          // The link may end during a long download.
          @Override
          public Optional<IndexEntry> find(String photoId) {
            return photos.entry(links.open(token, viewer, request).viewer(), photoId);
          }

          @Override
          public boolean isOriginal(IndexEntry photo) {
            return link.share().offersOriginalOf(photo.userId());
          }
        });
  }

  private static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
