package lumina.image;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.blob.ZipResponse;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends several originals as one zip, those of Live Photos with their movies.
@Component
public class PhotoZip {
  private final OriginalFiles originals;
  private final BlobStore blobs;

  PhotoZip(OriginalFiles originals, BlobStore blobs) {
    this.originals = originals;
    this.blobs = blobs;
  }

  /// Decides which photos a viewer gets, and in which form.
  public interface Terms {
    /// Finds a photo when its turn comes: its owner may take it away during a long download.
    Optional<IndexEntry> find(String photoId);

    /// Whether the viewer gets the original; otherwise it is the stripped original.
    boolean isOriginal(IndexEntry photo);
  }

  /// @param fileName the name under which a browser saves it
  public void send(
      HttpServletResponse response, String fileName, Collection<String> photoIds, Terms terms)
      throws IOException {
    ZipResponse.send(
        response,
        fileName,
        zip -> {
          ZipNames names = new ZipNames();
          for (String id : photoIds) {
            Optional<IndexEntry> photo = terms.find(id);
            if (photo.isPresent()) {
              add(zip, names, photo.get(), terms.isOriginal(photo.get()));
            }
          }
        });
  }

  private void add(ZipResponse zip, ZipNames names, IndexEntry photo, boolean asUploaded)
      throws IOException {
    try (Blob original = originals.find(photo, asUploaded).orElse(null);
        Blob standIn = original == null ? large(photo) : null;
        Blob movie = originals.movie(photo, asUploaded).orElse(null)) {
      String name = names.of(name(photo, asUploaded, original == null));
      if (original != null) {
        zip.add(name, original);
      } else if (standIn != null) {
        zip.add(name, standIn);
      }
      if (movie != null) {
        ImageFormat format = asUploaded ? ImageFormat.MOV : ImageFormat.MP4;
        zip.add(names.of(name.replaceFirst("\\.[^.]*$", "") + "." + format.suffix()), movie);
      }
    }
  }

  private static String name(IndexEntry photo, boolean asUploaded, boolean hasStandIn) {
    return hasStandIn
        ? OriginalFiles.name(photo, true) + ".webp"
        : OriginalFiles.name(photo, asUploaded);
  }

  private @Nullable Blob large(IndexEntry photo) throws IOException {
    return blobs.find(PhotoKeys.derived(photo.photoId(), ImageSize.LARGE)).orElse(null);
  }
}
