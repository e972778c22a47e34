package lumina.photo;

import lumina.access.Audience;
import lumina.media.ImageSize;

/// Makes the addresses of photos' images for browsers. Only for photos that the reader may see:
/// whoever has an address may be able to open it.
public interface ImageAddresses {
  /// @param version of the photo's files and audience: a cached image is not used for another
  ///   version
  String of(String photoId, Audience audience, long version, ImageSize size);

  /// The address of the file that browsers play.
  String video(String photoId, Audience audience, long version);
}
