package lumina.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.check.PhotoFaults.Fault;
import lumina.check.PhotoFaults.Kind;
import lumina.check.stored.Stores;
import lumina.media.Glance;
import lumina.media.ImageFormat;
import lumina.media.RefusedImage;
import lumina.media.worker.ImageEngine;
import lumina.photo.IndexEntry;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.Picture;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Looks at the files that Lumina made, of which it keeps no checksums: pictures are decoded,
/// compared with what they should be, and the sizes of one photo with each other.
///
/// Its image worker is outside the data folder, since a server that starts meanwhile empties the
/// folder of the workers there.
@Component
@ConditionalOnNotWebApplication
class DerivedFiles implements AutoCloseable {
  private final BlobStore blobs;
  private final PhotoItems items;
  private final Stores stores;
  private final Path temporary;
  private final ImageEngine engine;
  private boolean started;

  DerivedFiles(BlobStore blobs, PhotoItems items, Stores stores, DataFolder folder)
      throws IOException {
    this.blobs = blobs;
    this.items = items;
    this.stores = stores;
    temporary = Files.createTempDirectory("lumina-check-");
    Path cache = folder.isReadOnly() ? temporary.resolve("cache") : folder.cache();
    engine = new ImageEngine(cache, temporary);
  }

  PhotoFaults faults(IndexEntry photo) {
    String id = photo.photoId();
    return faults(photo, () -> items.read(0, Map.of(id, photo.revision())).get(id));
  }

  /// @param details reads those of the photo; null if there are none
  PhotoFaults faults(IndexEntry photo, Supplier<@Nullable PhotoItem> details) {
    List<Fault> faults = faultsOfSizes(DerivedFile.of(photo.photoId(), picture(details)));
    if (photo.clean() == StrippedOriginal.COPY) {
      look(photo.cleanKey(), blob -> Optional.empty()).ifPresent(faults::add);
    }
    if (photo.isPlayable()) {
      String video = PhotoKeys.video(photo.photoId());
      look(video, it -> MovieBoxes.fill(it) ? Optional.empty() : fault(video, Kind.DAMAGED, ""))
          .ifPresent(faults::add);
    }
    return new PhotoFaults(faults);
  }

  /// Null if it is not known: that its details cannot be read is said elsewhere.
  private @Nullable Picture picture(Supplier<@Nullable PhotoItem> details) {
    try {
      PhotoItem item = details.get();
      return item == null ? null : item.details().picture();
    } catch (RuntimeException unreadable) {
      var _ = stores.reason(unreadable);
      return null;
    }
  }

  /// Sizes of one picture are damaged, too, if they look unlike most of the others.
  private List<Fault> faultsOfSizes(List<DerivedFile> sizes) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Glance> seen = new LinkedHashMap<>();
    for (DerivedFile size : sizes) {
      fault(size, seen).ifPresent(faults::add);
    }
    seen.forEach(
        (key, it) -> {
          long unlike = seen.values().stream().filter(it::contradicts).count();
          if (2 * unlike > seen.size() - 1) {
            faults.add(new Fault(key, Kind.DAMAGED, ""));
          }
        });
    return faults;
  }

  Optional<Fault> fault(DerivedFile picture) {
    return fault(picture, new LinkedHashMap<>());
  }

  /// @param seen receives how it looks, if nothing is wrong with it
  private Optional<Fault> fault(DerivedFile picture, Map<String, Glance> seen) {
    String key = picture.key();
    return look(
        key,
        blob -> {
          Path file = file(blob);
          Glance glance = glance(file).orElse(null);
          if (glance == null) {
            return fault(key, Kind.DAMAGED, "");
          }
          String misfit = picture.misfit(ImageFormat.of(file), glance);
          if (!misfit.isEmpty()) {
            return fault(key, Kind.UNFIT, misfit);
          }
          seen.put(key, glance);
          return Optional.empty();
        });
  }

  private interface Look {
    Optional<Fault> at(Blob blob) throws IOException;
  }

  /// Looks at a file that has to be there.
  private Optional<Fault> look(String key, Look look) {
    return stores.read(
        () -> {
          try (Blob blob = blobs.find(key).orElse(null)) {
            return blob == null || blob.size() == 0 ? fault(key, Kind.MISSING, "") : look.at(blob);
          }
        },
        reason -> fault(key, Kind.UNREADABLE, reason));
  }

  private static Optional<Fault> fault(String key, Kind kind, String reason) {
    return Optional.of(new Fault(key, kind, reason));
  }

  private Optional<Glance> glance(Path file) {
    if (!started) {
      engine.start();
      started = true;
    }
    try {
      return Optional.of(engine.glance(file));
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
