package lumina.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.blob.Blob;
import lumina.blob.BlobStore;
import lumina.media.ImageSize;
import lumina.media.video.VideoEngine;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.PhotoKeys;
import lumina.photo.detail.StrippedOriginal;
import lumina.upload.Checksum;
import lumina.upload.PhotoRederivation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each photo in the index has its details, its original with the right checksum, and
/// the files that are made from it.
@Component
@ConditionalOnNotWebApplication
record PhotoInspection(
    PhotoRows rows,
    PhotoItems items,
    BlobStore blobs,
    PhotoRederivation rederivation,
    VideoEngine videos)
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
    List<String> missing = missing(photo);
    if ((original.isEmpty() && missing.isEmpty())
        || rows.present(Set.of(photo.photoId())).isEmpty()) {
      return; // it is well, or was deleted meanwhile
    }
    if (original.isEmpty()) {
      findings.add(
          "Photo %s lacks %s.".formatted(photo.photoId(), String.join(", ", missing)),
          () -> rederive(photo));
    } else {
      findings.add(
          "The original of photo %s is %s (%s)%s: restore it from a backup."
              .formatted(photo.photoId(), original, photo.fullKey(), also(missing)));
    }
  }

  /// A lost file that browsers play is not missed any more: servers encode it again.
  private boolean rederive(IndexEntry photo) throws IOException, Findings.NotMendable {
    if (!rederivation.rederive(photo.photoId())) {
      return false;
    }
    List<PhotoRows.Row> now = rows.among(List.of(photo.photoId()));
    List<String> missing = now.isEmpty() ? List.of() : missing(now.getFirst().entry());
    if (!videos.transcodes() && missing.equals(List.of(PhotoKeys.video(photo.photoId())))) {
      throw new Findings.NotMendable("the video cannot be encoded while TRANSCODE is off");
    }
    return missing.isEmpty();
  }

  private static String also(List<String> missing) {
    return missing.isEmpty() ? "" : ", and the photo lacks " + String.join(", ", missing);
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

  private List<String> missing(IndexEntry photo) throws IOException {
    List<String> keys = new ArrayList<>();
    for (ImageSize size : ImageSize.values()) {
      keys.add(PhotoKeys.derived(photo.photoId(), size));
    }
    if (photo.clean() == StrippedOriginal.COPY) {
      keys.add(photo.cleanKey());
    }
    if (photo.isPlayable()) {
      keys.add(PhotoKeys.video(photo.photoId()));
    }
    List<String> missing = new ArrayList<>();
    for (String key : keys) {
      if (blobs.size(key) <= 0) {
        missing.add(key);
      }
    }
    return missing;
  }
}
