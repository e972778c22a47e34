package lumina.image;

import lumina.access.OpenToAll;
import lumina.photo.IndexEntry;
import org.springframework.stereotype.Component;

/// Tells caches how long they may keep an image. Public ones ten minutes; all others are
/// revalidated on each use (304 while still allowed), so that a loss of access takes effect at
/// once.
@Component
public class ImageCaching {
  public static final String REVALIDATE = "private, no-cache";
  private static final String PUBLIC = "public, max-age=600";
  private final OpenToAll open;

  ImageCaching(OpenToAll open) {
    this.open = open;
  }

  /// The `Cache-Control` header.
  String of(IndexEntry image) {
    return open.has(image.audience()) ? PUBLIC : REVALIDATE;
  }

  /// Changes whenever the file changes.
  ///
  /// @param of which file of the photo
  static String version(IndexEntry image, String of) {
    return image.photoId() + '-' + image.version() + '-' + of;
  }
}
