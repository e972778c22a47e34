package lumina.photo;

import lumina.access.Audience;
import lumina.media.ImageSize;
import lumina.storage.LocalBackend;
import org.springframework.stereotype.Component;

/// Addresses of images on Lumina itself, which checks the viewer of each request.
@Component
@LocalBackend
public final class LocalImageAddresses implements ImageAddresses {
  @Override
  public String of(String photoId, Audience audience, long version, ImageSize size) {
    return address(photoId, size.word(), version);
  }

  @Override
  public String video(String photoId, Audience audience, long version) {
    return "/api/photos/" + photoId + "/video?v=" + version;
  }

  /// The address of the original, or of the stripped original for others. These have no address on
  /// a CDN: metadata and the owner's original are for nobody else.
  static String full(String photoId, long version) {
    return address(photoId, "full", version);
  }

  private static String address(String photoId, String size, long version) {
    return "/api/photos/" + photoId + "/image/" + size + "?v=" + version;
  }
}
