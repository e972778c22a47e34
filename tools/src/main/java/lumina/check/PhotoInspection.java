package lumina.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoItems;
import lumina.upload.Checksum;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each photo in the index has its details, its original with the right checksum, and
/// the files that are made from it.
@Component
@ConditionalOnNotWebApplication
record PhotoInspection(
    PhotoRows rows, PhotoItems items, BlobStore blobs, DerivedFiles derived, PhotoRepair repair)
    implements Inspection {
  private static final int PAGE = 100;

  @Override
  public void inspect(Findings findings) throws IOException {
    List<PhotoRows.Row> page = rows.after(Long.MIN_VALUE, PAGE);
    long photos = 0;
    while (!page.isEmpty()) {
      List<IndexEntry> entries = page.stream().map(PhotoRows.Row::entry).toList();
      inspectDetails(entries, findings);
      for (IndexEntry photo : entries) {
        inspectFiles(photo, findings);
      }
      photos += entries.size();
      System.out.printf("%,d photos checked%n", photos);
      page = rows.after(entries.getLast().sortKey(), PAGE);
    }
  }

  private void inspectDetails(List<IndexEntry> photos, Findings findings) {
    Map<String, Long> revisions =
        photos.stream().collect(Collectors.toMap(IndexEntry::photoId, IndexEntry::revision));
    Set<String> without = new HashSet<>(revisions.keySet());
    without.removeAll(items.read(0, revisions).keySet());
    for (String photo : rows.present(without)) {
      findings.add(
          "Photo %s is in the index but has no details, so nobody sees it: restore them from a backup."
              .formatted(photo));
    }
  }

  private void inspectFiles(IndexEntry photo, Findings findings) throws IOException {
    String original = originalFault(photo);
    PhotoFaults faults = derived.faults(photo);
    if ((original.isEmpty() && faults.areNone())
        || rows.present(Set.of(photo.photoId())).isEmpty()) {
      return; // it is well, or was deleted meanwhile
    }
    if (original.isEmpty()) {
      findings.add(
          "Photo %s %s.".formatted(photo.photoId(), faults), () -> repair.did(photo, faults));
    } else {
      String also = faults.areNone() ? "" : ", and the photo " + faults;
      findings.add(
          "The original of photo %s is %s (%s)%s: restore it from a backup."
              .formatted(photo.photoId(), original, photo.fullKey(), also));
    }
  }

  private String originalFault(IndexEntry photo) throws IOException {
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
