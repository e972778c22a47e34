package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads lists of photos as one viewer sees them.
@Component
public class PhotoFeed {
  private final FeedIndex index;
  private final PhotoStore photos;

  PhotoFeed(FeedIndex index, PhotoStore photos) {
    this.index = index;
    this.photos = photos;
  }

  /// @throws Problem.Invalid if the cursor is of another list
  Page<Photo> page(
      Viewer viewer, PhotoQuery query, PhotoOrder order, int limit, @Nullable String after) {
    Cursor cursor = order.cursor("photos " + viewer.userId() + " " + query);
    List<IndexEntry> entries =
        order.byTaken()
            ? index.timeline(viewer, query, order.read(cursor, after), limit + 1)
            : index.page(viewer, query, order.read(cursor, after).first(), limit + 1);
    Page<IndexEntry> page = Page.of(entries, limit, entry -> order.at(cursor, entry));
    return new Page<>(photos.read(viewer, page.items()), page.next());
  }

  /// All photos of a person before a cursor, for the export.
  public Page<Photo> own(Person owner, int limit, @Nullable String after) {
    return page(owner, PhotoQuery.everythingOf(owner.userId()), PhotoOrder.BY_UPLOAD, limit, after);
  }
}
