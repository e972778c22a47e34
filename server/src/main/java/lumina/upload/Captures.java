package lumina.upload;

import java.util.Map;
import lumina.media.Capture;
import lumina.media.Taken;
import lumina.photo.IndexEntry;
import lumina.photo.Timeline;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import lumina.photo.detail.Picture;
import org.springframework.stereotype.Component;

/// Stores what the original of an existing photo says about how it was taken.
@Component
class Captures {
  private static final long NOBODY = 0;

  private final PhotoItems items;
  private final Timeline timeline;

  Captures(PhotoItems items, Timeline timeline) {
    this.items = items;
    this.timeline = timeline;
  }

  void describe(IndexEntry photo, Picture picture, Capture read) {
    items.describe(photo.photoId(), picture);
    keep(photo, read);
  }

  /// The date of the file, which only its sender knows, and the place, which another place knew
  /// from which the photo was imported, are kept if the original itself tells none.
  void keep(IndexEntry photo, Capture read) {
    PhotoItem item =
        items.read(NOBODY, Map.of(photo.photoId(), photo.revision())).get(photo.photoId());
    Capture before = item == null ? Capture.UNKNOWN : item.details().capture();
    Taken taken = before.taken();
    boolean sent = taken != null && taken.from() == Taken.Source.FILE;
    Capture capture = read.or(sent ? taken : null).at(before.place());
    items.describe(photo.photoId(), capture);
    timeline.capture(photo.sortKey(), capture.taken());
  }
}
