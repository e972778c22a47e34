package lumina.photo;

import lumina.access.Viewer.Person;
import org.springframework.stereotype.Component;

/// Deletes a photo with its comments, likes and files: its row first, so that it disappears for
/// everybody at once, then its files.
@Component
public class PhotoDeletion {
  private final PhotoStore photos;
  private final PendingPhotos pending;

  PhotoDeletion(PhotoStore photos, PendingPhotos pending) {
    this.photos = photos;
    this.pending = pending;
  }

  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such photo
  /// @throws lumina.http.problem.Problem.Forbidden if somebody else owns it
  public void delete(Person viewer, String photoId) {
    Photo photo = photos.toChange(viewer, photoId, "delete");
    photos.remove(photo);
    pending.discard(photoId);
  }
}
