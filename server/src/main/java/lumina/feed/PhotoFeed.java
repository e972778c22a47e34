package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.album.Album;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.count.MonthCounts;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads lists of photos as one viewer sees them.
@Component
public class PhotoFeed {
  /// More than pages with their photos, which a comment changes.
  private static final int MAX_REMEMBERED = 100;

  /// A page that somebody asks for.
  private record Asked(
      Viewer viewer, PhotoQuery query, PhotoOrder order, int limit, @Nullable String after) {}

  private final FeedIndex index;
  private final PhotoStore photos;
  private final AlbumStore albums;
  private final AlbumPhotos inAlbums;
  private final Remembered<Asked, Page<IndexEntry>> pages;

  PhotoFeed(
      FeedIndex index,
      PhotoStore photos,
      AlbumStore albums,
      AlbumPhotos inAlbums,
      Writes writes) {
    this.index = index;
    this.photos = photos;
    this.albums = albums;
    this.inAlbums = inAlbums;
    pages = Remembered.each(writes, MAX_REMEMBERED, this::entries);
  }

  /// @throws lumina.http.problem.Problem.Invalid if the cursor is of another list
  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such album
  Page<Photo> page(
      Viewer viewer, PhotoQuery query, PhotoOrder order, int limit, @Nullable String after) {
    Page<IndexEntry> page = pages.get(new Asked(viewer, query, order, limit, after));
    return new Page<>(photos.read(viewer, page.items()), page.next());
  }

  private Page<IndexEntry> entries(Asked asked) {
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

  /// Returns the months in which the photos of an album were taken, newest first.
  ///
  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such album
  List<MonthCounts.Month> months(Viewer viewer, String albumId) {
    return inAlbums.months(viewer, albums.require(viewer, albumId));
  }

  /// All photos of a person before a cursor, for the export.
  public Page<Photo> own(Person owner, int limit, @Nullable String after) {
    return page(owner, PhotoQuery.everythingOf(owner.userId()), PhotoOrder.BY_UPLOAD, limit, after);
  }
}
