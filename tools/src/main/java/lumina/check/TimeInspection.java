package lumina.check;

import java.util.List;
import java.util.Map;
import lumina.media.Taken;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoRows;
import lumina.photo.Timeline;
import lumina.photo.detail.PhotoItem;
import lumina.photo.detail.PhotoItems;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.stereotype.Component;

/// Checks that each photo was taken in a month that a timeline can show.
@Component
@ConditionalOnNotWebApplication
record TimeInspection(PhotoRows rows, PhotoItems items, Timeline timeline) implements Inspection {
  @Override
  public String subject() {
    return "times of photos";
  }

  @Override
  public void inspect(Findings findings) {
    for (PhotoRows.Unreadable photo : rows.timeless()) {
      findings.add(
          "Photo %s was taken at a time that is in no month (taken_at = %s). It can be put at the time that its file says, or else at that of its upload."
              .formatted(photo.photoId(), photo.why().get("taken_at")),
          () -> mended(photo));
    }
  }

  private boolean mended(PhotoRows.Unreadable photo) {
    timeline.replace(photo.sortKey(), said(photo));
    return rows.timeless().stream().noneMatch(it -> it.sortKey() == photo.sortKey());
  }

  /// What its file says, as its details know.
  private @Nullable Taken said(PhotoRows.Unreadable photo) {
    for (PhotoRows.Row row : rows.among(List.of(photo.photoId()))) {
      IndexEntry entry = row.entry();
      PhotoItem item =
          items.read(0, Map.of(entry.photoId(), entry.revision())).get(entry.photoId());
      Taken said = item == null ? null : item.details().capture().taken();
      if (said != null && Taken.isPossible(said.at(), System.currentTimeMillis())) {
        return said;
      }
    }
    return null;
  }
}
