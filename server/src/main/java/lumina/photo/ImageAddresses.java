package lumina.photo;

import lumina.access.Audience;
import lumina.media.ImageSize;

/// Where browsers find the images of photos. Only for photos that the reader may see: an address
/// can be all that it takes.
public interface ImageAddresses {
  /// @param version of the photo's files and audience: what is cached is not used for another one
  String of(String photoId, Audience audience, long version, ImageSize size);
}
