package lumina.image;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lumina.blob.BlobResponse;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.media.ImageFormat;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.springframework.stereotype.Component;

/// Sends the files that browsers play to viewers who may see the photos.
@Component
class PhotoVideos {
  private final BlobStore blobs;

  PhotoVideos(BlobStore blobs) {
    this.blobs = blobs;
  }

  /// @param caching the `Cache-Control` header
  /// @throws Problem.NotFound if there is no such file (yet)
  void send(
      IndexEntry photo, String caching, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String version = ImageCaching.version(photo, "video");
    String key = PhotoKeys.video(photo.photoId());
    if (!new BlobResponse(ImageFormat.MP4.mediaType(), version, caching, false, "")
        .send(() -> blobs.find(key), request, response)) {
      throw new Problem.NotFound("video");
    }
  }
}
