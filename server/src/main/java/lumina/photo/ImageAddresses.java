package lumina.photo;

import lumina.imaging.ImageSize;

/// Where browsers find the images of photos. Only for photos that the reader may see: an address
/// can be all that it takes.
public interface ImageAddresses {
  String of(String photoId, Audience audience, ImageSize size);
}
