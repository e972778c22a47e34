package lumina.image;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import lumina.access.AlbumAudience;
import lumina.access.OpenToAll;
import lumina.access.Viewer;
import lumina.http.IndexPage;
import lumina.http.PublicAddress;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.LocalImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The HTML page of one photo. For a photo that everybody may see, its head describes the photo
/// (Open Graph) for link previews; for all others, and to people whom a block hides it from, it
/// reveals nothing.
@RestController
class PhotoPage {
  private static final ImageAddresses ADDRESSES = new LocalImageAddresses();

  private final PhotoStore photos;
  private final OpenToAll open;
  private final PublicAddress address;

  PhotoPage(PhotoStore photos, OpenToAll open, PublicAddress address) {
    this.photos = photos;
    this.open = open;
    this.address = address;
  }

  @GetMapping("/photos/{id}")
  ResponseEntity<String> page(Viewer viewer, @PathVariable String id) throws IOException {
    Optional<Photo> shown = photos.find(viewer, id).filter(this::isOpenToAll);
    return shown.isPresent()
        ? IndexPage.with(title(shown.get()), previews(shown.get()))
        : IndexPage.hiding(id);
  }

  /// A public album shows photos of any audience.
  private boolean isOpenToAll(Photo photo) {
    return open.has(photo.audience())
        || (open.has(AlbumAudience.PUBLIC)
            && photos.find(new Viewer.Anonymous(), photo.photoId()).isPresent());
  }

  private static String title(Photo photo) {
    return photo.text().caption().isEmpty()
        ? "Photo by " + photo.username()
        : photo.text().caption().replaceAll("\\s+", " ");
  }

  private Map<String, String> previews(Photo photo) {
    String base = address.base();
    String url = base + "/photos/" + photo.photoId();
    Map<String, String> previews =
        IndexPage.previews("article", title(photo), description(photo), url);
    previews.put("og:image", base + image(photo));
    previews.put("og:image:type", ImageSize.LARGE.mediaType());
    previews.put("og:image:alt", alt(photo));
    previews.put("twitter:card", "summary_large_image");
    return previews;
  }

  private static String alt(Photo photo) {
    return photo.text().alt().isEmpty() ? title(photo) : photo.text().alt();
  }

  private static String description(Photo photo) {
    return photo.text().topic().isEmpty()
        ? "A photo by %s.".formatted(photo.username())
        : "A photo by %s in %s.".formatted(photo.username(), photo.text().topic());
  }

  /// At Lumina itself: link previews outlive a signed URL.
  private static String image(Photo photo) {
    return ADDRESSES.of(
        photo.photoId(), photo.audience(), photo.entry().version(), ImageSize.LARGE);
  }
}
