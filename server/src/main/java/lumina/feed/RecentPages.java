package lumina.feed;

import lumina.access.Viewer;
import lumina.http.list.Page;
import lumina.http.list.PageRequest;
import lumina.http.list.PageSize;
import lumina.photo.ImageAddresses;
import lumina.photo.PhotoJson;
import lumina.storage.cache.Remembered;
import lumina.storage.cache.Writes;
import org.springframework.stereotype.Component;

/// Pages of photos as clients get them. On the local backend the last ones are remembered until
/// something is written.
@Component
class RecentPages {
  private static final int MAX_REMEMBERED = 50;

  /// Which page of which list is asked for, and by whom.
  record Asked(
      Viewer viewer,
      FeedController.Whose whose,
      PhotoQuery.Filter filter,
      PhotoOrder.Ordering ordering,
      PageRequest page) {}

  private final PhotoFeed feed;
  private final ImageAddresses addresses;
  private final Remembered<Asked, Page<PhotoJson>> pages;

  RecentPages(PhotoFeed feed, ImageAddresses addresses, Writes writes) {
    this.feed = feed;
    this.addresses = addresses;
    pages = Remembered.each(writes, MAX_REMEMBERED, this::read);
  }

  /// @throws lumina.http.problem.Problem.Invalid if what is asked for cannot be
  /// @throws lumina.http.problem.Problem.NotFound if this viewer can see no such album
  Page<PhotoJson> get(Asked asked) {
    return pages.get(asked);
  }

  private Page<PhotoJson> read(Asked asked) {
    Viewer viewer = asked.viewer();
    PhotoQuery query = asked.whose().query(viewer, asked.filter());
    PhotoOrder order = PhotoOrder.of(asked.ordering(), query.scope());
    int limit = PageSize.of(asked.page().limit());
    return feed.page(asked.whose().eyes(viewer), query, order, limit, asked.page().cursor())
        .map(photo -> PhotoJson.of(photo, addresses));
  }
}
