package lumina.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.id.SortKey;
import lumina.job.RecurringJob;
import lumina.media.Capture;
import lumina.media.RefusedImage;
import lumina.media.worker.ImageEngine;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.storage.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Asks the originals of photos from before an upgrade, and of those that an older version adds
/// meanwhile, how they were taken; the newest first. Runs at start-up and each hour.
@Component
class CaptureBackfill {
  private static final Logger log = LoggerFactory.getLogger(CaptureBackfill.class);
  private static final int BATCH_SIZE = 100;

  /// A run ends after this many, because a store or the engine may be down.
  private static final int MAX_FAILURES = 100;

  private final PhotoRows rows;
  private final BlobStore blobs;
  private final ImageEngine engine;
  private final DataFolder folder;
  private final Captures captures;

  CaptureBackfill(
      PhotoRows rows, BlobStore blobs, ImageEngine engine, DataFolder folder, Captures captures) {
    this.rows = rows;
    this.blobs = blobs;
    this.engine = engine;
    this.folder = folder;
    this.captures = captures;
  }

  @Bean
  RecurringJob captureBackfillJob() {
    return new RecurringJob("capture-backfill", Duration.ofHours(1), true, this::read);
  }

  void read() {
    int failures = 0;
    List<IndexEntry> photos = rows.notCaptured(SortKey.NEWEST, BATCH_SIZE);
    while (!photos.isEmpty() && failures < MAX_FAILURES) {
      for (IndexEntry photo : photos) {
        failures += read(photo) ? 0 : 1;
      }
      photos = rows.notCaptured(photos.getLast().sortKey(), BATCH_SIZE);
    }
  }

  /// @return false if it failed; that must not keep the others from being read
  private boolean read(IndexEntry photo) {
    Path workspace = folder.workspace();
    try (Blob original = blobs.find(photo.fullKey()).orElse(null)) {
      if (original != null) {
        Path file = workspace.resolve("original");
        original.copyTo(file);
        captures.keep(photo, capture(file));
      }
      return true;
    } catch (IOException | RuntimeException failed) {
      log.warn("Original of photo {} could not be read, retry in an hour", photo.photoId(), failed);
      return false;
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }

  /// The original of an adopted photo may be no picture.
  private Capture capture(Path file) {
    try {
      return engine.capture(file);
    } catch (RefusedImage noPicture) {
      return Capture.UNKNOWN;
    }
  }
}
