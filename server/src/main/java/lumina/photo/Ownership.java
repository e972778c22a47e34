package lumina.photo;

import java.util.Optional;
import lumina.access.Viewer;
import lumina.http.problem.Problem;

/// Only the owner changes a photo.
final class Ownership {
  private Ownership() {}

  /// @throws Problem.NotFound if there is no photo
  /// @throws Problem.Forbidden if it is somebody else's
  static Photo require(Optional<Photo> found, Viewer viewer, String deed) {
    Photo photo = found.orElseThrow(() -> new Problem.NotFound("photo"));
    if (!viewer.is(photo.userId())) {
      throw new Problem.Forbidden(
          "not_yours", "Only %s can %s this photo.".formatted(photo.username(), deed));
    }
    return photo;
  }
}
