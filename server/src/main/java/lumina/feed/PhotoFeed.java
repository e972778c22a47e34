package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.id.SortKey;
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
  Page<Photo> page(Viewer viewer, PhotoQuery query, int limit, @Nullable String after) {
    Cursor cursor = query.cursor(viewer.userId());
    long before = cursor.read(after, SortKey.NEWEST);
    List<IndexEntry> entries = index.page(viewer, query, before, limit + 1);
    Page<IndexEntry> page = Page.of(entries, limit, entry -> cursor.at(entry.sortKey()));
    return new Page<>(photos.read(viewer, page.items()), page.next());
  }

  /// All photos of a person before a cursor, for the export.
  public Page<Photo> own(Person owner, int limit, @Nullable String after) {
    return page(owner, PhotoQuery.everythingOf(owner.userId()), limit, after);
  }
}
