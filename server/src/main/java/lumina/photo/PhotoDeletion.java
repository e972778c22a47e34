package lumina.photo;

import lumina.access.Viewer.Person;
import org.springframework.stereotype.Component;

/// Takes a photo away with everything that hangs on it: first its row, so that it is gone for
/// everyone at once, then its files.
@Component
public class PhotoDeletion {
  private final PhotoStore photos;
  private final PendingPhotos pending;

  PhotoDeletion(PhotoStore photos, PendingPhotos pending) {
    this.photos = photos;
    this.pending = pending;
  }

  /// @throws lumina.http.problem.Problem.NotFound if there is no such photo for this viewer
  /// @throws lumina.http.problem.Problem.Forbidden if it is somebody else's
  public void delete(Person viewer, String photoId) {
    Photo photo = photos.toChange(viewer, photoId, "delete");
    photos.remove(photo);
    pending.discard(photoId);
  }
}
