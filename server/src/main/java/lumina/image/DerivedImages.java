package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lumina.blob.BlobResponse;
import lumina.blob.BlobStore;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.springframework.stereotype.Component;

/// Sends the derived sizes of photos.
@Component
class DerivedImages {
  private static final Map<String, ImageSize> BY_NAME =
      Stream.of(ImageSize.values())
          .collect(Collectors.toUnmodifiableMap(DerivedImages::word, Function.identity()));

  private final BlobStore blobs;
  private final ImageCaching caching;

  DerivedImages(BlobStore blobs, ImageCaching caching) {
    this.blobs = blobs;
    this.caching = caching;
  }

  /// The size in a URL.
  static Optional<ImageSize> named(String word) {
    return Optional.ofNullable(BY_NAME.get(word));
  }

  /// @return false if the photo has no such file (any more); then nothing has been sent
  boolean send(
      IndexEntry image, ImageSize size, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = PhotoKeys.derived(image.photoId(), size);
    return new BlobResponse(
            size.mediaType(), ImageCaching.version(image, word(size)), caching.of(image), false, "")
        .send(() -> blobs.find(key), request, response);
  }

  private static String word(ImageSize size) {
    return size.name().toLowerCase(Locale.ROOT);
  }
}
