package lumina.upload;

import java.util.List;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.blob.DirectParts;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.photo.ImageAddresses;
import lumina.photo.Photo;
import lumina.photo.PhotoJson;
import lumina.photo.detail.PhotoText;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Uploads directly to the blob store, on a backend that supports it. On other backends, and for
/// small files, `POST /api/photos` is the whole upload.
@RestController
@RequestMapping("/api/uploads")
class DirectUploadController {
  private static final FieldLimit PARTS = new FieldLimit("parts", 1, 10_000);
  private static final FieldLimit NUMBER = new FieldLimit("number", 1, PARTS.max());

  /// @param size in bytes
  record StartUploadRequest(@Nullable Long size) {}

  record UploadedPart(int number, @Nullable String etag) {}

  /// @param takenHint the date of the file, in milliseconds since 1970, used if the file itself
  ///   does not say when it was taken
  record CompleteUploadRequest(
      @Nullable List<UploadedPart> parts,
      @Nullable String topic,
      @Nullable String caption,
      @Nullable List<String> tags,
      @Nullable String audience,
      @Nullable String fileName,
      @Nullable Long takenHint) {}

  private final ObjectProvider<DirectUpload> uploads;
  private final NewPhotoAudience audiences;
  private final ImageAddresses addresses;
  private final long maxUploadMb;

  DirectUploadController(
      ObjectProvider<DirectUpload> uploads,
      NewPhotoAudience audiences,
      ImageAddresses addresses,
      @Value("${lumina.max-upload-mb}") long maxUploadMb) {
    this.uploads = uploads;
    this.audiences = audiences;
    this.addresses = addresses;
    this.maxUploadMb = maxUploadMb;
  }

  /// Runs before the body is read: on a backend without direct uploads the body does not matter.
  @ModelAttribute
  void available() {
    direct();
  }

  /// Starts an upload directly to the blob store, if the backend has one that supports it.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DirectUpload.StartedUpload startUpload(Person viewer, @RequestBody StartUploadRequest file) {
    DirectUpload direct = direct();
    long size = Required.field("size", file.size(), "Please say how large the file is.");
    if (size < 1) {
      throw new Problem.Invalid("size", "invalid_field", "A file has at least one byte.");
    }
    if (size > maxUploadMb << 20) {
      throw Problem.TooLarge.file(maxUploadMb);
    }
    return direct.begin(viewer, size);
  }

  private DirectUpload direct() {
    DirectUpload direct = uploads.getIfAvailable();
    if (direct == null) {
      throw new Problem.NotFound("not_available", "Please send the file to /api/photos.");
    }
    return direct;
  }

  /// Completes a direct upload and makes the photo.
  @PostMapping("/{id}/complete")
  @ResponseStatus(HttpStatus.CREATED)
  PhotoJson completeUpload(
      Person viewer, @PathVariable String id, @RequestBody CompleteUploadRequest said) {
    DirectUpload direct = direct();
    var sent = Required.field("parts", said.parts(), "Please say which parts were sent.");
    PhotoText words = PhotoText.of(said.topic(), said.caption(), said.tags());
    Audience audience = audiences.of(viewer, said.audience());
    Photo photo =
        direct.complete(
            viewer,
            id,
            new DirectUpload.Completion(
                parts(sent), words, audience, said.fileName(), said.takenHint()));
    return PhotoJson.of(photo, addresses);
  }

  private static List<DirectParts.Part> parts(List<UploadedPart> parts) {
    if (!PARTS.allows(parts.size())) {
      throw new Problem.Invalid(
          "parts", "too_many_parts", "A file has at most %,d parts.".formatted(PARTS.max()));
    }
    return parts.stream().map(DirectUploadController::part).toList();
  }

  private static DirectParts.Part part(@Nullable UploadedPart part) {
    if (part == null || !NUMBER.allows(part.number())) {
      throw new Problem.Invalid("parts", "invalid_field", "A part has a number from 1 on.");
    }
    String etag =
        Required.field("etag", part.etag(), "A part has the ETag that the store answered.");
    return new DirectParts.Part(part.number(), etag);
  }
}
