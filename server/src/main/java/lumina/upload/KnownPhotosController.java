package lumina.upload;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lumina.access.Viewer.Person;
import lumina.http.problem.Problem;
import lumina.http.problem.Required;
import lumina.photo.PhotoStore;
import lumina.text.FieldLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KnownPhotosController {
  private static final FieldLimit CHECKSUMS = new FieldLimit("checksums", 1_000);
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /// @param checksums SHA-256 of files, in hex
  record FindKnownPhotosRequest(@Nullable List<@Nullable String> checksums) {}

  record KnownPhoto(String checksum, String photoId) {}

  private final PhotoStore photos;

  KnownPhotosController(PhotoStore photos) {
    this.photos = photos;
  }

  /// Lists which of these files are photos of mine already. Photos in the trash do not count; of
  /// several photos of one file, the newest is listed.
  ///
  /// Movies beside pictures are not compared: a picture with a movie is best sent with
  /// `duplicate=skip`, which adds it unless both are here.
  @PostMapping("/api/photos/known")
  List<KnownPhoto> findKnownPhotos(Person viewer, @RequestBody FindKnownPhotosRequest request) {
    var sent = Required.field("checksums", request.checksums(), "Please send some checksums.");
    if (!CHECKSUMS.allows(sent.size())) {
      throw new Problem.Invalid(
          "checksums",
          "too_many_checksums",
          "At most %,d checksums can be sent at once.".formatted(CHECKSUMS.max()));
    }
    List<String> checksums = sent.stream().map(KnownPhotosController::checksum).toList();
    return photos.known(viewer, checksums).entrySet().stream()
        .map(known -> new KnownPhoto(known.getKey(), known.getValue()))
        .toList();
  }

  private static String checksum(@Nullable String sent) {
    String checksum = sent == null ? "" : sent.strip().toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(checksum).matches()) {
      throw new Problem.Invalid(
          "checksums", "invalid_field", "A checksum is SHA-256 in hex: 64 digits.");
    }
    return checksum;
  }
}
