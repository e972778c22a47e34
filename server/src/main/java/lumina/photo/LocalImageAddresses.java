package lumina.photo;

import java.util.Locale;
import lumina.access.Audience;
import lumina.media.ImageSize;
import lumina.storage.LocalBackend;
import org.springframework.stereotype.Component;

/// Images at Lumina itself, which looks each time who asks.
@Component
@LocalBackend
public final class LocalImageAddresses implements ImageAddresses {
  @Override
  public String of(String photoId, Audience audience, long version, ImageSize size) {
    return address(photoId, size.name().toLowerCase(Locale.ROOT), version);
  }

  /// The file as it was uploaded, or what others get of it. It has no other address: metadata and
  /// the owner's original are nobody else's.
  static String full(String photoId, long version) {
    return address(photoId, "full", version);
  }

  private static String address(String photoId, String size, long version) {
    return "/api/photos/" + photoId + "/image/" + size + "?v=" + version;
  }
}
