package lumina.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.http.problem.Problem;
import lumina.media.ImageFormat;
import lumina.photo.IndexEntry;
import lumina.photo.PendingPhotos;
import lumina.photo.PhotoIndexChanges;
import lumina.photo.detail.StrippedOriginal;
import lumina.storage.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Makes missing stripped originals: once for each photo, however many requests need it, and two at
/// a time. The result is stored, also if stripping is impossible.
@Component
class OriginalStripping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OriginalStripping.class);
  private static final int CONCURRENCY = 2;
  private static final int MAX_QUEUED = 100;
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);

  private final BlobStore blobs;
  private final DataFolder folder;
  private final PhotoIndexChanges photos;
  private final PendingPhotos pending;
  private final ConcurrentMap<String, CompletableFuture<StrippedOriginal>> making =
      new ConcurrentHashMap<>();
  private final ExecutorService makers =
      Executors.newFixedThreadPool(
          CONCURRENCY, Thread.ofPlatform().daemon().name("clean-copies-", 1).factory());

  OriginalStripping(
      BlobStore blobs, DataFolder folder, PhotoIndexChanges photos, PendingPhotos pending) {
    this.blobs = blobs;
    this.folder = folder;
    this.photos = photos;
    this.pending = pending;
  }

  /// @return unknown if the photo was deleted meanwhile
  /// @throws Problem.Unavailable if it takes too long; a later request may succeed
  StrippedOriginal make(IndexEntry image) {
    if (making.size() >= MAX_QUEUED) {
      throw notYet();
    }
    CompletableFuture<StrippedOriginal> mine = new CompletableFuture<>();
    CompletableFuture<StrippedOriginal> others = making.putIfAbsent(image.photoId(), mine);
    if (others == null) {
      makers.execute(() -> make(image, mine));
    }
    try {
      return (others == null ? mine : others).get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw notYet();
    } catch (ExecutionException failed) {
      log.warn(
          "Stripped original of {} could not be made, the next request retries",
          image.photoId(),
          failed.getCause());
      throw notYet();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw notYet();
    }
  }

  private void make(IndexEntry image, CompletableFuture<StrippedOriginal> result) {
    try {
      result.complete(make(image.photoId(), image.format(), image.fullKey()));
    } catch (IOException | RuntimeException failed) {
      result.completeExceptionally(failed);
    } finally {
      making.remove(image.photoId());
    }
  }

  private StrippedOriginal make(String photoId, ImageFormat format, String fullKey)
      throws IOException {
    Path workspace = folder.workspace();
    try (Blob original = blobs.find(fullKey).orElse(null)) {
      if (original == null) {
        return StrippedOriginal.UNKNOWN;
      }
      Path copy = workspace.resolve("clean");
      StrippedOriginal clean =
          StrippedOriginals.keep(photoId, format, local(original, workspace), copy, blobs);
      if (!photos.remember(photoId, clean)) {
        pending.discard(photoId); // deleted while the copy was being made
        return StrippedOriginal.UNKNOWN;
      }
      return clean;
    } finally {
      FileSystemUtils.deleteRecursively(workspace);
    }
  }

  private static Path local(Blob original, Path workspace) throws IOException {
    if (original.file().isPresent()) {
      return original.file().get();
    }
    Path fetched = workspace.resolve("original");
    original.copyTo(fetched);
    return fetched;
  }

  private static Problem notYet() {
    return new Problem.Unavailable(
        "not_ready", "This photo is being prepared for download. Please try again in a moment.");
  }

  @Override
  public void close() {
    makers.shutdownNow();
  }
}
