package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.album.Album;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows which photos are on a page of a list. On the local backend the last pages are remembered:
/// comments and likes change what is said about photos, and not which ones there are.
@Component
class FeedEntries {
  private static final int MAX_REMEMBERED = 100;

  /// A page that somebody asks for.
  record Asked(
      Viewer viewer, PhotoQuery query, PhotoOrder order, int limit, @Nullable String after) {}

  private final FeedIndex index;
  private final AlbumStore albums;
  private final AlbumPhotos inAlbums;
  private final Remembered<Asked, Page<IndexEntry>> pages;

  FeedEntries(FeedIndex index, AlbumStore albums, AlbumPhotos inAlbums, Writes writes) {
    this.index = index;
    this.albums = albums;
    this.inAlbums = inAlbums;
    pages = Remembered.each(writes, MAX_REMEMBERED, this::read);
  }

  /// @throws lumina.http.problem.Problem.Invalid if the cursor is of another list
  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such album
  Page<IndexEntry> get(Asked asked) {
    return pages.get(asked);
  }

  private Page<IndexEntry> read(Asked asked) {
    Viewer viewer = asked.viewer();
    PhotoQuery query = asked.query();
    PhotoOrder order = asked.order();
    int limit = asked.limit();
    if (query.scope() == PhotoQuery.Scope.ALBUM) {
      Album album = albums.require(viewer, query.album());
      if (order.by() == PhotoOrder.By.ALBUM) {
        return inAlbums.page(viewer, album, limit, asked.after());
      }
    }
    Cursor cursor = order.cursor("photos " + viewer.userId() + " " + query);
    List<IndexEntry> entries =
        order.byTaken()
            ? index.timeline(viewer, query, order.read(cursor, asked.after()), limit + 1)
            : index.page(viewer, query, order.read(cursor, asked.after()).first(), limit + 1);
    return Page.of(entries, limit, entry -> order.at(cursor, entry));
  }
}
