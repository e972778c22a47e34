package lumina.image;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.blob.ZipResponse;
import lumina.http.problem.Problem;
import lumina.media.ImageFormat;
import lumina.media.ImageSize;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sends several originals as one zip, those of Live Photos with their movies. A text names the
/// videos of which there is no file yet that this viewer may have.
@Component
public class PhotoZip {
  private static final String MISSING = "Missing videos.txt";
  private static final String WHY =
      """
      Lumina has no file of these videos yet that everybody can play, so they are not in this zip. \
      Please try again later, or ask their owner for them:

      """;

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
          List<String> missing = new ArrayList<>();
          for (String id : photoIds) {
            Optional<IndexEntry> photo = terms.find(id);
            if (photo.isPresent() && !add(zip, names, photo.get(), terms.isOriginal(photo.get()))) {
              missing.add(OriginalFiles.name(photo.get(), true));
            }
          }
          if (!missing.isEmpty()) {
            String text = WHY + String.join("\n", missing) + "\n";
            zip.add(names.of(MISSING), text.getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /// @return false if it is a video of which there is no file yet
  private boolean add(ZipResponse zip, ZipNames names, IndexEntry photo, boolean asUploaded)
      throws IOException {
    try (Blob original = original(photo, asUploaded);
        Blob standIn = original == null ? large(photo) : null;
        Blob movie = originals.movie(photo, asUploaded).orElse(null)) {
      if (original == null && photo.format().isVideo()) {
        return false;
      }
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
      return true;
    }
  }

  /// @return null if there is none without metadata now: a zip that has begun cannot say "later"
  private @Nullable Blob original(IndexEntry photo, boolean asUploaded) throws IOException {
    try {
      return originals.find(photo, asUploaded).orElse(null);
    } catch (Problem.Unavailable later) {
      return null;
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
