package lumina.check;

import java.io.IOException;
import java.io.InputStream;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.check.stored.Stores;
import lumina.photo.IndexEntry;
import lumina.upload.Checksum;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Looks at originals, of which Lumina keeps checksums.
@Component
@ConditionalOnNotWebApplication
record Originals(BlobStore blobs, Stores stores) {
  /// What is wrong with an original, as an adjective; empty if nothing is.
  String fault(IndexEntry photo) {
    return stores.read(() -> compared(photo), "unreadable, %s,"::formatted);
  }

  private String compared(IndexEntry photo) throws IOException {
    try (Blob blob = blobs.find(photo.fullKey()).orElse(null)) {
      if (blob == null) {
        return "missing";
      }
      if (photo.checksum() == null) {
        return ""; // a job is about to calculate it
      }
      try (InputStream bytes = blob.bytes()) {
        return Checksum.of(bytes).equals(photo.checksum()) ? "" : "damaged";
      }
    }
  }
}
