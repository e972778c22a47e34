package lumina.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.id.TimeOrderedId;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each photo in the index can be read, has its details, its original with the right
/// checksum, and the files that are made from it.
@Component
@ConditionalOnNotWebApplication
record PhotoInspection(
    PhotoRows rows, PhotoItems items, Originals originals, DerivedFiles derived, PhotoRepair repair)
    implements Inspection {
  private static final int PAGE = 100;

  @Override
  public String subject() {
    return "photos";
  }

  @Override
  public void inspect(Findings findings) {
    List<PhotoRows.Unreadable> unknown = rows.unknown();
    unknown.forEach(it -> nameUnknown(it, findings));
    List<PhotoRows.Row> page = rows.after(Long.MIN_VALUE, PAGE);
    long photos = unknown.size();
    while (!page.isEmpty()) {
      List<IndexEntry> entries = page.stream().map(PhotoRows.Row::entry).toList();
      Details details = details(entries);
      entries.forEach(photo -> inspect(photo, details, findings));
      photos += page.size();
      System.out.printf("%,d photos checked%n", photos);
      page = rows.after(page.getLast().entry().sortKey(), PAGE);
    }
  }

  private interface Details {
    /// Returns null if there are none.
    @Nullable PhotoItem of(IndexEntry photo);
  }

  /// Reads the details of a page at once, unless some of them cannot be read.
  private Details details(List<IndexEntry> photos) {
    try {
      Map<String, PhotoItem> read = read(photos);
      return photo -> read.get(photo.photoId());
    } catch (RuntimeException someUnreadable) {
      return photo -> read(List.of(photo)).get(photo.photoId());
    }
  }

  private Map<String, PhotoItem> read(List<IndexEntry> photos) {
    return items.read(
        0, photos.stream().collect(Collectors.toMap(IndexEntry::photoId, IndexEntry::revision)));
  }

  private static void nameUnknown(PhotoRows.Unreadable photo, Findings findings) {
    photo
        .why()
        .forEach(
            (column, word) ->
                findings.add(
                    "Photo %s has an unknown %s (%s), so nobody sees it, and its files are not checked: restore its row from a backup, or use the version of Lumina that wrote it."
                        .formatted(photo.photoId(), column, word)));
  }

  private void inspect(IndexEntry photo, Details details, Findings findings) {
    String id = photo.photoId();
    findings.read(
        "The details of photo %s cannot be read".formatted(id),
        "restore them from a backup",
        () -> inspectDetails(photo, details.of(photo), findings));
    findings.read(
        "The files of photo %s cannot be checked".formatted(id),
        "restore them from a backup",
        () -> inspectFiles(photo, details, findings));
  }

  private void inspectDetails(IndexEntry photo, @Nullable PhotoItem item, Findings findings) {
    if (item != null) {
      inspectSides(photo, item.details().picture(), findings);
    } else if (isThere(photo)) {
      findings.add(
          "Photo %s is in the index but has no details, so nobody sees it: restore them from a backup."
              .formatted(photo.photoId()));
    }
  }

  /// Of photos of the application before Lumina, the sides may be unknown.
  private void inspectSides(IndexEntry photo, Picture picture, Findings findings) {
    boolean isKnown = Math.min(picture.width(), picture.height()) > 0;
    if (!isKnown && TimeOrderedId.millisOf(photo.photoId()) >= 0) {
      findings.add(
          "The details of photo %s say that it has %d × %d pixels."
              .formatted(photo.photoId(), picture.width(), picture.height()),
          () -> repair.did(photo, PhotoFaults.NONE));
    }
  }

  private void inspectFiles(IndexEntry photo, Details details, Findings findings) {
    String original = originals.fault(photo);
    PhotoFaults faults = derived.faults(photo, () -> details.of(photo));
    if ((original.isEmpty() && faults.areNone()) || !isThere(photo)) {
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

  private boolean isThere(IndexEntry photo) {
    return !rows.present(Set.of(photo.photoId())).isEmpty();
  }
}
