package lumina.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.id.SortKey;
import lumina.job.RecurringJob;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.storage.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Calculates the checksums of photos from before an upgrade, and of those that an older version
/// adds meanwhile; the newest first. Runs at start-up and each hour.
@Component
class ChecksumBackfill {
  private static final Logger log = LoggerFactory.getLogger(ChecksumBackfill.class);
  private static final int BATCH_SIZE = 100;

  /// A run ends after this many, because a store may be down.
  private static final int MAX_FAILURES = 100;

  private final PhotoRows rows;
  private final BlobStore blobs;
  private final DataFolder folder;

  ChecksumBackfill(PhotoRows rows, BlobStore blobs, DataFolder folder) {
    this.rows = rows;
    this.blobs = blobs;
    this.folder = folder;
  }

  @Bean
  RecurringJob checksumBackfillJob() {
    return new RecurringJob("checksum-backfill", Duration.ofHours(1), true, this::calculate);
  }

  void calculate() {
    int failures = 0;
    List<IndexEntry> photos = rows.withoutChecksum(SortKey.NEWEST, BATCH_SIZE);
    while (!photos.isEmpty() && failures < MAX_FAILURES) {
      for (IndexEntry photo : photos) {
        failures += calculate(photo) ? 0 : 1;
      }
      photos = rows.withoutChecksum(photos.getLast().sortKey(), BATCH_SIZE);
    }
  }

  /// @return false if it failed; that must not keep the others from being read
  private boolean calculate(IndexEntry photo) {
    try (Blob original = blobs.find(photo.fullKey()).orElse(null)) {
      if (original != null) {
        rows.setChecksum(photo.sortKey(), checksum(original));
      }
      return true;
    } catch (IOException | RuntimeException failed) {
      log.warn("Original of photo {} could not be read, retry in an hour", photo.photoId(), failed);
      return false;
    }
  }

  private String checksum(Blob original) throws IOException {
    if (original.file().isPresent()) {
      return Checksum.of(original.file().get());
    }
    Path workspace = folder.workspace();
    try {
      Path file = workspace.resolve("original");
      original.copyTo(file);
      return Checksum.of(file);
    } finally {
      FileSystemUtils.deleteRecursively(workspace.toFile());
    }
  }
}
