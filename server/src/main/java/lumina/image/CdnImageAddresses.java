package lumina.image;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import lumina.access.Audience;
import lumina.access.OpenToAll;
import lumina.media.ImageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.LocalImageAddresses;
import lumina.photo.detail.PhotoKeys;
import lumina.storage.CloudBackend;
import lumina.storage.cdn.Cdn;
import org.springframework.stereotype.Component;

/// Creates image URLs at the CDN; at Lumina itself if there is no CDN, or if it cannot protect an
/// image that not everybody may see.
///
/// A signed URL is valid for one to two windows, and is the same during a window on every instance,
/// so that browsers can cache the image.
@Component
@CloudBackend
final class CdnImageAddresses implements ImageAddresses {
  // Windows in seconds. A URL is valid for two windows at most, the longest time for which a person
  // still sees an image after losing access.
  private static final long SIGNED_SECONDS = 150;
  private static final long FOR_EVERYONE = 10 * 60;
  // Signing takes a millisecond, and a page has hundreds of URLs of half a kilobyte each.
  private static final int KEPT = 20_000;

  private record Signing(String address, long until) {}

  private final ImageAddresses local = new LocalImageAddresses();
  private final Cdn cdn;
  private final Clock clock;
  private final OpenToAll open;
  private final LoadingCache<Signing, String> signed;

  CdnImageAddresses(Cdn cdn, Clock clock, OpenToAll open) {
    this.open = open;
    this.cdn = cdn;
    this.clock = clock;
    signed =
        Caffeine.newBuilder()
            .maximumSize(KEPT)
            .build(signing -> cdn.signed(signing.address(), signing.until()));
  }

  @Override
  public String of(String photoId, Audience audience, long version, ImageSize size) {
    boolean everyone = open.has(audience);
    if (!cdn.isThere() || !(everyone || cdn.signs())) {
      return local.of(photoId, audience, version, size);
    }
    return address(PhotoKeys.derived(photoId, size), version, everyone);
  }

  /// Lumina itself serves a video that not everybody may see: its address must work as long as it
  /// plays.
  @Override
  public String video(String photoId, Audience audience, long version) {
    return cdn.isThere() && open.has(audience)
        ? address(PhotoKeys.video(photoId), version, true)
        : local.video(photoId, audience, version);
  }

  private String address(String key, long version, boolean everyone) {
    String address = cdn.address(key) + "?v=" + version;
    if (!cdn.signs()) {
      return address;
    }
    return signed.get(new Signing(address, until(everyone ? FOR_EVERYONE : SIGNED_SECONDS)));
  }

  private long until(long window) {
    return (clock.instant().getEpochSecond() / window + 2) * window;
  }
}
