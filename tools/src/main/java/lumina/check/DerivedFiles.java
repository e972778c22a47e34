package lumina.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.Glance;
import lumina.media.ImageSize;
import lumina.media.RefusedImage;
import lumina.media.worker.ImageEngine;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.DataFolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Looks at the files that Lumina made, of which it keeps no checksums: pictures are decoded, and
/// the sizes of one photo compared with each other.
///
/// Its image worker is outside the data folder, since a server that starts meanwhile empties the
/// folder of the workers there.
@Component
@ConditionalOnNotWebApplication
class DerivedFiles implements AutoCloseable {
  private final BlobStore blobs;
  private final Path temporary;
  private final ImageEngine engine;
  private boolean started;

  DerivedFiles(BlobStore blobs, DataFolder folder) throws IOException {
    this.blobs = blobs;
    temporary = Files.createTempDirectory("lumina-check-");
    Path cache = folder.isReadOnly() ? temporary.resolve("cache") : folder.cache();
    engine = new ImageEngine(cache, temporary);
  }

  PhotoFaults faults(IndexEntry photo) throws IOException {
    List<String> missing = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    for (ImageSize size : ImageSize.values()) {
      String key = PhotoKeys.derived(photo.photoId(), size);
      (blobs.size(key) > 0 ? sizes : missing).add(key);
    }
    if (photo.clean() == StrippedOriginal.COPY && blobs.size(photo.cleanKey()) <= 0) {
      missing.add(photo.cleanKey());
    }
    List<String> damaged = damaged(sizes);
    if (photo.isPlayable()) {
      String video = PhotoKeys.video(photo.photoId());
      try (Blob movie = blobs.find(video).orElse(null)) {
        if (movie == null || movie.size() == 0) {
          missing.add(video);
        } else if (!MovieBoxes.fill(movie)) {
          damaged.add(video);
        }
      }
    }
    return new PhotoFaults(missing, damaged);
  }

  /// The sizes of one picture that cannot be decoded, or look unlike most of the others.
  List<String> damaged(List<String> sizes) throws IOException {
    List<String> damaged = new ArrayList<>();
    Map<String, Glance> seen = new LinkedHashMap<>();
    for (String key : sizes) {
      glance(key).ifPresentOrElse(it -> seen.put(key, it), () -> damaged.add(key));
    }
    seen.forEach(
        (key, it) -> {
          long unlike = seen.values().stream().filter(it::contradicts).count();
          if (2 * unlike > seen.size() - 1) {
            damaged.add(key);
          }
        });
    return damaged;
  }

  private Optional<Glance> glance(String key) throws IOException {
    if (!started) {
      engine.start();
      started = true;
    }
    try (Blob blob = blobs.find(key).orElse(null)) {
      return blob == null ? Optional.empty() : Optional.of(engine.glance(file(blob)));
    } catch (RefusedImage undecodable) {
      return Optional.empty();
    }
  }

  private Path file(Blob blob) throws IOException {
    Optional<Path> local = blob.file();
    if (local.isPresent()) {
      return local.get();
    }
    Path copy = temporary.resolve("copy");
    Files.deleteIfExists(copy);
    blob.copyTo(copy);
    return copy;
  }

  @Override
  public void close() {
    engine.close();
    FileSystemUtils.deleteRecursively(temporary.toFile());
  }
}
