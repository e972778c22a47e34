package lumina.notification;

import lumina.account.Viewer;
import lumina.live.PhotoWatch;
import lumina.photo.PhotoStore;
import org.springframework.stereotype.Component;

/// Having a photo open is no right to see it.
@Component
class Watchers implements PhotoWatch {
  private final PhotoStore photos;

  Watchers(PhotoStore photos) {
    this.photos = photos;
  }

  @Override
  public boolean sees(Viewer viewer, String photoId) {
    return photos.sees(viewer, photoId);
  }
}
