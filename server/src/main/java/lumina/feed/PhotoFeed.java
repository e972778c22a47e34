package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Viewer.Person;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumStore;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.photo.count.MonthCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads lists of photos as one viewer sees them.
@Component
public class PhotoFeed {
  private final FeedEntries entries;
  private final PhotoStore photos;
  private final AlbumStore albums;
  private final AlbumPhotos inAlbums;

  PhotoFeed(FeedEntries entries, PhotoStore photos, AlbumStore albums, AlbumPhotos inAlbums) {
    this.entries = entries;
    this.photos = photos;
    this.albums = albums;
    this.inAlbums = inAlbums;
  }

  /// @throws lumina.http.problem.Problem.Invalid if the cursor is of another list
  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such album
  Page<Photo> page(
      Viewer viewer, PhotoQuery query, PhotoOrder order, int limit, @Nullable String after) {
    Page<IndexEntry> page = entries.get(new FeedEntries.Asked(viewer, query, order, limit, after));
    return new Page<>(photos.read(viewer, page.items()), page.next());
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
