package lumina.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import lumina.access.Audience;
import lumina.access.Viewer.Person;
import lumina.http.problem.Required;
import lumina.photo.ImageAddresses;
import lumina.photo.PhotoJson;
import lumina.photo.detail.PhotoText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/photos")
class UploadController {
  /// The fields of an upload.
  ///
  /// @param motion the moving part of the photo, if that is a file of its own
  /// @param takenHint the date of the file, in milliseconds since 1970, used if the file itself
  ///   does not say when it was taken
  /// @param duplicate `skip` answers 200 with the photo if I have the same file already; the
  ///   default, `keep`, adds a second one
  record UploadForm(
      @Nullable MultipartFile photo,
      @Nullable MultipartFile motion,
      @Nullable String topic,
      @Nullable String caption,
      @Nullable List<String> tags,
      @Nullable String audience,
      @BindParam("taken_hint") @Nullable Long takenHint,
      @Nullable String duplicate) {}

  /// The photo that an upload made or, with `duplicate`, found.
  ///
  /// @param duplicate true: I had this photo already, and none was added
  record UploadedPhoto(@JsonUnwrapped PhotoJson photo, boolean duplicate) {}

  private final PhotoUpload upload;
  private final NewPhotoAudience audiences;
  private final ImageAddresses addresses;

  UploadController(PhotoUpload upload, NewPhotoAudience audiences, ImageAddresses addresses) {
    this.upload = upload;
    this.audiences = audiences;
    this.addresses = addresses;
  }

  /// Uploads a photo.
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<UploadedPhoto> uploadPhoto(Person viewer, UploadForm form) {
    MultipartFile file = Required.field("photo", form.photo(), "Please add a photo to upload.");
    MultipartFile motion = form.motion();
    PhotoText words = PhotoText.of(form.topic(), form.caption(), form.tags());
    Audience audience = audiences.of(viewer, form.audience());
    var delivery =
        new PhotoUpload.Delivery(
            file.getOriginalFilename(),
            form.takenHint(),
            Duplicates.named(form.duplicate()),
            target -> {
              file.transferTo(target.toFile());
              if (motion != null) {
                motion.transferTo(Decoding.motion(target).toFile());
              }
            });
    PhotoUpload.Result result = upload.upload(viewer, words, audience, delivery);
    return ResponseEntity.status(result.duplicate() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(new UploadedPhoto(PhotoJson.of(result.photo(), addresses), result.duplicate()));
  }
}
