package lumina.account.profile;

import lumina.access.Permission;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.account.User;
import lumina.http.problem.Problem;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The photos that people put above their pages. A cover shows only to those who may see its photo:
/// it is looked up for each viewer.
@Component
class Covers {
  private static final String NONE = "";

  private final PhotoStore photos;
  private final ImageAddresses addresses;

  Covers(PhotoStore photos, ImageAddresses addresses) {
    this.photos = photos;
    this.addresses = addresses;
  }

  /// Returns the cover of a page; null without one, or if the viewer may not see its photo.
  @Nullable PhotoJson of(Viewer viewer, User owner) {
    String chosen = owner.coverPhotoId();
    return chosen == null
        ? null
        : photos
            .find(viewer, chosen)
            .filter(photo -> !photo.entry().isInTrash())
            .map(photo -> PhotoJson.of(photo, addresses))
            .orElse(null);
  }

  /// Returns the id of a photo that its owner chooses; empty for none.
  ///
  /// @param sent an id, or a JSON null
  /// @throws Problem.NotFound if this person can see no such photo
  /// @throws Problem.Forbidden if somebody else owns it
  /// @throws Problem.Conflict if it is in the trash
  String choose(Person owner, JsonNode sent) {
    if (sent.isNull() || (sent.isString() && sent.asString().isEmpty())) {
      return NONE;
    }
    if (!sent.isString()) {
      throw Problem.Invalid.unusable("cover_photo_id");
    }
    Photo photo =
        photos.find(owner, sent.asString()).orElseThrow(() -> new Problem.NotFound("photo"));
    Permission.toUseAsCover(photo.userId()).require(owner.userId());
    photo.entry().requireNotInTrash();
    return photo.photoId();
  }
}
