package lumina.photo;

import java.util.List;
import lumina.access.Audience;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.photo.detail.PhotoText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/photos")
class PhotoController {
  /// The changes of an edit; null leaves a field as it is.
  ///
  /// @param takenAt when it was taken, in milliseconds since 1970; null goes back to what the file
  ///   says
  record EditPhotoRequest(
      @Nullable String topic,
      @Nullable String caption,
      @Nullable String alt,
      @Nullable List<String> tags,
      @Nullable String audience,
      @Nullable JsonNode takenAt) {}

  private final PhotoStore photos;
  private final Timeline timeline;
  private final ImageAddresses addresses;

  PhotoController(PhotoStore photos, Timeline timeline, ImageAddresses addresses) {
    this.timeline = timeline;
    this.addresses = addresses;
    this.photos = photos;
  }

  private PhotoJson json(Photo photo) {
    return PhotoJson.of(photo, addresses);
  }

  /// Reads a photo.
  @GetMapping("/{id}")
  PhotoJson getPhoto(Viewer viewer, @PathVariable String id) {
    return photos.find(viewer, id).map(this::json).orElseThrow(() -> new Problem.NotFound("photo"));
  }

  /// Changes the texts of a photo, when it was taken, and who may see it.
  @PatchMapping("/{id}")
  PhotoJson editPhoto(Person viewer, @PathVariable String id, @RequestBody EditPhotoRequest edit) {
    Photo photo = photos.toEdit(viewer, id);
    PhotoText.Edit texts = PhotoText.Edit.of(edit.topic(), edit.caption(), edit.alt(), edit.tags());
    Audience audience = Audience.named(edit.audience());
    if (edit.takenAt() != null) {
      timeline.edit(photo, edit.takenAt());
    }
    photos.edit(viewer, photo, texts, audience);
    return getPhoto(viewer, id);
  }
}
