package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
          .collect(Collectors.toUnmodifiableMap(ImageSize::word, Function.identity()));

  private final BlobStore blobs;

  DerivedImages(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// The size in a URL.
  static Optional<ImageSize> named(String word) {
    return Optional.ofNullable(BY_NAME.get(word));
  }

  /// @param caching the `Cache-Control` header
  /// @return false if the photo has no such file (any more); then nothing has been sent
  boolean send(
      IndexEntry image,
      ImageSize size,
      String caching,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String key = PhotoKeys.derived(image.photoId(), size);
    return new BlobResponse(
            size.mediaType(), ImageCaching.version(image, size.word()), caching, false, "")
        .send(() -> blobs.find(key), request, response);
  }
}
