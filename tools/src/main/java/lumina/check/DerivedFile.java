package lumina.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lumina.account.profile.ProfilePictures;
import lumina.media.Glance;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.Picture;
import org.jspecify.annotations.Nullable;

/// A picture that Lumina made, and what it should be.
///
/// @param mediaType empty if it may be any
/// @param edge the longest side that it may have
/// @param width of the picture that was made smaller, in pixels; 0 if it is not known
/// @param height likewise
record DerivedFile(String key, String mediaType, int edge, int width, int height) {
  /// The sizes are made one from the other, and each is rounded to whole pixels.
  private static final int ROUNDING = 2;

  /// @param picture null if it is not known
  static List<DerivedFile> of(String photoId, @Nullable Picture picture) {
    int width = picture == null ? 0 : picture.width();
    int height = picture == null ? 0 : picture.height();
    return Arrays.stream(ImageSize.values())
        .map(
            size ->
                new DerivedFile(
                    PhotoKeys.derived(photoId, size), size.mediaType(), size.edge(), width, height))
        .toList();
  }

  /// The files of a profile picture. Nothing keeps the pixels of its original.
  static List<DerivedFile> ofPerson(long userId, String version) {
    return ProfilePictures.files(userId, version).entrySet().stream()
        .map(
            file -> {
              String mediaType = ProfilePictures.isOld(version) ? "" : file.getValue();
              return new DerivedFile(file.getKey(), mediaType, Integer.MAX_VALUE, 0, 0);
            })
        .toList();
  }

  /// What is wrong with a picture at its place, as in `1600 × 1200 pixels instead of 200 × 150`;
  /// empty if nothing is.
  String misfit(Optional<ImageFormat> format, Glance seen) {
    String found = format.map(ImageFormat::mediaType).orElse("unknown");
    if (!mediaType.isEmpty() && !mediaType.equals(found)) {
      return "%s instead of %s".formatted(found, mediaType);
    }
    double scale = Math.min(1, (double) edge / Math.max(width, height));
    boolean isKnown = Math.min(width, height) > 0;
    if (isKnown && (isFar(seen.width(), width * scale) || isFar(seen.height(), height * scale))) {
      return "%d × %d pixels instead of %d × %d"
          .formatted(seen.width(), seen.height(), rounded(width * scale), rounded(height * scale));
    }
    boolean isTooLarge = Math.max(seen.width(), seen.height()) > edge;
    return isTooLarge ? "%d × %d pixels".formatted(seen.width(), seen.height()) : "";
  }

  private static boolean isFar(int side, double should) {
    return Math.abs(side - rounded(should)) > ROUNDING;
  }

  private static long rounded(double side) {
    return Math.max(1, Math.round(side));
  }
}
