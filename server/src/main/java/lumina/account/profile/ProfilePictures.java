package lumina.account.profile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.account.User;
import lumina.account.UserStore;
import lumina.blob.Blob;
import lumina.blob.BlobResponse;
import lumina.blob.BlobStore;
import lumina.blob.NewBlob;
import lumina.http.problem.Problem;
import lumina.id.TimeOrderedId;
import lumina.media.DerivedImage;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.media.metadata.MetadataStripper;
import lumina.upload.Decoding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stores profile pictures: only derived sizes, so that no private metadata of the original is
/// kept.
@Component
public class ProfilePictures {
  /// The version of a picture from the old application, which kept at most one for each person.
  static final String OLD = "0";

  private static final String REVALIDATE = "private, no-cache";

  enum Size {
    FULL(ImageSize.LARGE),
    THUMB(ImageSize.THUMB);

    private final ImageSize derived;

    Size(ImageSize derived) {
      this.derived = derived;
    }

    static Size named(String word) {
      return switch (word) {
        case "full" -> FULL;
        case "thumb" -> THUMB;
        default -> throw new Problem.NotFound("picture");
      };
    }
  }

  private final Decoding decoding;
  private final BlobStore blobs;
  private final UserStore users;
  private final Clock clock;

  ProfilePictures(Decoding decoding, BlobStore blobs, UserStore users, Clock clock) {
    this.decoding = decoding;
    this.blobs = blobs;
    this.users = users;
    this.clock = clock;
  }

  /// Returns the version of the new picture.
  ///
  /// @throws Problem.Invalid if the file is no picture
  public String change(long userId, Decoding.Arrival arrival) {
    String version = TimeOrderedId.at(clock.millis());
    String before = users.require(userId).picture();
    decoding.of(
        userId, decoding.limited(arrival), (original, derived) -> keep(userId, version, derived));
    users.changePicture(userId, version);
    discard(userId, before);
    return version;
  }

  private void keep(long userId, String version, DerivedImage derived) throws IOException {
    List<NewBlob> files = new ArrayList<>();
    for (Size size : Size.values()) {
      Path file = Objects.requireNonNull(derived.files().get(size.derived));
      files.add(new NewBlob(key(userId, version, size), file, mediaType(version, size)));
    }
    blobs.put(files);
  }

  /// Derives both sizes again from the larger one, because the original is not kept. The larger one
  /// keeps its pixels.
  ///
  /// @return false if there is no picture
  /// @throws Problem.Invalid if the file is not a picture that Lumina shows
  public boolean rederive(long userId) throws IOException {
    String before = users.require(userId).picture();
    Blob found = before == null ? null : find(userId, before, Size.FULL).orElse(null);
    if (found == null) {
      return false;
    }
    String version = TimeOrderedId.at(clock.millis());
    try (Blob full = found) {
      decoding.of(userId, full::copyTo, (file, derived) -> replace(userId, version, file, derived));
    }
    if (!Objects.equals(before, users.require(userId).picture())) {
      discard(userId, version); // the person changed it meanwhile
      return true;
    }
    users.changePicture(userId, version);
    discard(userId, before);
    return true;
  }

  private void replace(long userId, String version, Path full, DerivedImage derived)
      throws IOException {
    keep(userId, version, derived);
    if (derived.format() == ImageFormat.WEBP) {
      Path clean = full.resolveSibling("clean");
      MetadataStripper.write(full, derived.format(), clean);
      blobs.put(key(userId, version, Size.FULL), clean, mediaType(version, Size.FULL));
    }
  }

  void remove(long userId) {
    String before = users.require(userId).picture();
    users.changePicture(userId, null);
    discard(userId, before);
  }

  /// Sends the small size of a person's picture to a viewer who may see it.
  ///
  /// @throws Problem.NotFound if there is none
  public void sendThumb(User person, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(person, Size.THUMB, request, response);
  }

  void send(User person, Size size, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String version = person.picture();
    if (version == null
        || !response(version, size)
            .send(() -> find(person.id(), version, size), request, response)) {
      throw new Problem.NotFound("picture");
    }
  }

  private static BlobResponse response(String version, Size size) {
    return new BlobResponse(
        mediaType(version, size),
        version + "-" + size.name().toLowerCase(Locale.ROOT),
        REVALIDATE,
        false,
        "");
  }

  private Optional<Blob> find(long userId, String version, Size size) throws IOException {
    return blobs.find(key(userId, version, size));
  }

  /// Whether a version is a picture from the old application, whose files may be of any format.
  public static boolean isOld(String version) {
    return version.equals(OLD);
  }

  /// The blob key of the larger file, from which the other one is made.
  public static String larger(long userId, String version) {
    return key(userId, version, Size.FULL);
  }

  /// The media types of a picture's files, by blob key.
  public static Map<String, String> files(long userId, String version) {
    return Arrays.stream(Size.values())
        .collect(
            Collectors.toMap(size -> key(userId, version, size), size -> mediaType(version, size)));
  }

  /// The keys of everybody's pictures.
  public static Set<String> keys(JdbcClient sql) {
    return sql
        .sql("SELECT id, picture FROM users WHERE picture IS NOT NULL")
        .query((row, n) -> files(row.getLong(1), row.getString(2)).keySet())
        .list()
        .stream()
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  static String mediaType(String version, Size size) {
    return isOld(version) ? MediaType.IMAGE_JPEG_VALUE : size.derived.mediaType();
  }

  private void discard(long userId, @Nullable String version) {
    if (version == null) {
      return;
    }
    try {
      blobs.delete(Arrays.stream(Size.values()).map(size -> key(userId, version, size)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(long userId, String version, Size size) {
    String which = isOld(version) ? "" : "-" + version;
    String word = size.name().toLowerCase(Locale.ROOT);
    String suffix = mediaType(version, size).substring("image/".length()).replace("jpeg", "jpg");
    return "profiles/%d%s_%s.%s".formatted(userId, which, word, suffix);
  }
}
