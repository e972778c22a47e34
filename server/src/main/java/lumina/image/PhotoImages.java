package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.blob.BlobResponse;
import lumina.http.problem.Problem;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import org.springframework.stereotype.Component;

/// Sends the image files of photos to viewers who may see them.
@Component
public class PhotoImages {
  private final DerivedImages derived;
  private final OriginalFiles originals;
  private final PhotoVideos videos;

  PhotoImages(DerivedImages derived, OriginalFiles originals, PhotoVideos videos) {
    this.videos = videos;
    this.derived = derived;
    this.originals = originals;
  }

  /// A file that a viewer wants.
  ///
  /// @param size the word in the address
  /// @param original whether `full` is the original, otherwise it is the stripped original
  public record Wanted(IndexEntry image, String size, boolean original) {}

  /// @param caching the `Cache-Control` header
  /// @throws Problem.NotFound if there is no such size, or no such file (any more)
  public void send(
      Wanted wanted, String caching, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    IndexEntry image = wanted.image();
    boolean full = wanted.size().equals("full");
    if (full
        && original(wanted, caching)
            .send(() -> originals.find(image, wanted.original()), request, response)) {
      return;
    }
    if (full && image.format().isVideo()) {
      throw new Problem.NotFound("video"); // a poster is no video
    }
    ImageSize size =
        full
            ? ImageSize.LARGE
            : DerivedImages.named(wanted.size()).orElseThrow(PhotoImages::missing);
    if (!derived.send(image, size, caching, request, response)) {
      throw missing();
    }
  }

  /// Sends the video of a photo, or the moving part of a motion photo.
  ///
  /// @param caching the `Cache-Control` header
  /// @throws Problem.NotFound if there is no such file (yet)
  public void sendVideo(
      IndexEntry photo, String caching, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    videos.send(photo, caching, request, response);
  }

  private static BlobResponse original(Wanted wanted, String caching) {
    IndexEntry image = wanted.image();
    String version = ImageCaching.version(image, wanted.original() ? "full" : "clean");
    String kept = wanted.original() ? ImageCaching.REVALIDATE : caching;
    return new BlobResponse(
        OriginalFiles.mediaType(image, wanted.original()),
        version,
        kept,
        true,
        OriginalFiles.name(image, wanted.original()));
  }

  static Problem missing() {
    return new Problem.NotFound("photo");
  }
}
