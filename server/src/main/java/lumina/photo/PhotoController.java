package lumina.photo;

import java.util.List;
import java.util.Objects;
import lumina.account.Viewer;
import lumina.http.Limit;
import lumina.http.PageForm;
import lumina.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/photos")
class PhotoController {
  /// What goes with an uploaded file.
  record UploadForm(
      @Nullable MultipartFile photo,
      @Nullable String topic,
      @Nullable String caption,
      @Nullable List<String> tags,
      @Nullable String audience) {}

  record Deleted(String photoId) {}

  /// Whose photos a list shows, and with whose eyes.
  record Whose(
      @Nullable String scope,
      @BindParam("user_id") @Nullable Long userId,
      @BindParam("view_as") @Nullable String viewAs) {}

  /// What an edit changes; null leaves a part as it is.
  record Edit(
      @Nullable String topic,
      @Nullable String caption,
      @Nullable List<String> tags,
      @Nullable String audience) {}

  private final PhotoUpload upload;
  private final PhotoDeletion deletion;
  private final PhotoStore photos;
  private final ChosenAudience audiences;
  private final ImageAddresses addresses;

  PhotoController(
      PhotoUpload upload,
      PhotoDeletion deletion,
      PhotoStore photos,
      ChosenAudience audiences,
      ImageAddresses addresses) {
    this.addresses = addresses;
    this.audiences = audiences;
    this.upload = upload;
    this.deletion = deletion;
    this.photos = photos;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  PhotoJson upload(Viewer viewer, UploadForm form) {
    MultipartFile file = form.photo();
    if (file == null) {
      throw new Problem.Invalid("photo", "missing_field", "Please add a photo to upload.");
    }
    Words words = Words.of(form.topic(), form.caption(), form.tags());
    Audience audience = audiences.of(viewer, form.audience());
    var delivery =
        new PhotoUpload.Delivery(
            file.getOriginalFilename(), target -> file.transferTo(target.toFile()));
    return json(upload.upload(viewer, words, audience, delivery));
  }

  private PhotoJson json(Photo photo) {
    return PhotoJson.of(photo, addresses);
  }

  @GetMapping
  ResponseEntity<List<PhotoJson>> list(
      Viewer viewer, Whose whose, PhotoQuery.Filter filter, PageForm page) {
    PhotoQuery.Scope asked = PhotoQuery.scope(whose.scope());
    long owner = Objects.requireNonNullElse(whose.userId(), viewer.userId());
    PhotoQuery query = PhotoQuery.of(asked, owner, filter);
    return photos
        .list(eyes(viewer, query, whose.viewAs()), query, Limit.of(page.limit()), page.cursor())
        .map(this::json)
        .toResponse();
  }

  /// Owners can look at their own profile as others do. All other lists hide what blocks hide from
  /// the viewer, which such eyes would not know.
  private static Viewer eyes(Viewer viewer, PhotoQuery query, @Nullable String viewAs) {
    if (viewAs == null || viewAs.isEmpty()) {
      return viewer;
    }
    if (query.scope() != PhotoQuery.Scope.PROFILE) {
      throw new Problem.Invalid(
          "view_as", "invalid_field", "Only a profile can be looked at as others do.");
    }
    if (!viewer.is(query.owner())) {
      throw new Problem.Forbidden("not_yours", "You can look at your own page as others do only.");
    }
    return switch (viewAs) {
      case "friend" -> Viewer.friendOf(query.owner());
      case "public" -> Viewer.ANONYMOUS;
      default -> throw new Problem.Invalid("view_as", "invalid_field", "View as friend or public.");
    };
  }

  @GetMapping("/{id}")
  PhotoJson get(Viewer viewer, @PathVariable String id) {
    return photos.find(viewer, id).map(this::json).orElseThrow(() -> new Problem.NotFound("photo"));
  }

  @PatchMapping("/{id}")
  PhotoJson edit(Viewer viewer, @PathVariable String id, @RequestBody Edit edit) {
    Photo photo = Ownership.require(photos.find(viewer, id), viewer, "edit");
    Words words =
        new Words(photo.topic(), photo.caption(), photo.tags())
            .edited(edit.topic(), edit.caption(), edit.tags());
    photos.edit(viewer, photo, words, Audience.named(edit.audience()));
    return get(viewer, id);
  }

  @DeleteMapping("/{id}")
  Deleted delete(Viewer viewer, @PathVariable String id) {
    deletion.delete(viewer, id);
    return new Deleted(id);
  }
}
