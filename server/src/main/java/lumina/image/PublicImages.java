package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lumina.access.OpenToAll;
import lumina.access.Viewer;
import lumina.account.session.EarlyAnswer;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import org.springframework.stereotype.Component;

/// Sends derived sizes of cached public photos early, because a page shows fifty of them.
@Component
class PublicImages implements EarlyAnswer {
  /// Other ways to write such a URL, and original files, are for [ImageController].
  private static final Pattern ADDRESS =
      Pattern.compile("/api/photos/([0-9a-f]{32})/image/([a-z]+)");

  private final VisibleImages visible;
  private final DerivedImages images;
  private final OpenToAll open;
  private final ImageCaching caching;

  PublicImages(VisibleImages visible, DerivedImages images, OpenToAll open, ImageCaching caching) {
    this.caching = caching;
    this.visible = visible;
    this.images = images;
    this.open = open;
  }

  @Override
  public boolean send(Viewer viewer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (!address.matches() || !isRead(request.getMethod())) {
      return false;
    }
    Optional<ImageSize> size = DerivedImages.named(address.group(2));
    Optional<IndexEntry> image =
        visible.cached(viewer, address.group(1)).filter(it -> open.has(it.audience()));
    return size.isPresent()
        && image.isPresent()
        && images.send(image.get(), size.get(), caching.of(image.get()), request, response);
  }

  private static boolean isRead(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }
}
