package lumina.feed;

import java.util.List;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.http.list.Cursor;
import lumina.photo.IndexEntry;
import lumina.photo.PhotoSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads lists of photos from the index.
@Repository
@Transactional(readOnly = true)
class FeedIndex {
  private final JdbcClient sql;
  private final HomeFeed home;
  private final PhotoSearch search;

  FeedIndex(JdbcClient sql, HomeFeed home, PhotoSearch search) {
    this.sql = sql;
    this.home = home;
    this.search = search;
  }

  /// Photos before a sort key, newest first.
  List<IndexEntry> page(Viewer viewer, PhotoQuery query, long before, int rows) {
    if (query.isPlainHome()) {
      return home.page(viewer, before, rows);
    }
    if (query.words().isEmpty()) {
      return page(viewer, source(query), before, rows);
    }
    String match = search.match(query.words());
    return match.isEmpty() ? List.of() : found(viewer, query, match, before, rows);
  }

  private List<IndexEntry> found(
      Viewer viewer, PhotoQuery query, String match, long before, int rows) {
    List<IndexEntry> recent =
        search
            .recent(query.words())
            .map(newest -> page(viewer, matching(query, PhotoSource.of(newest)), before, rows))
            .orElse(List.of());
    return recent.size() == rows
        ? recent
        : page(viewer, matching(query, PhotoSource.of(search, match)), before, rows);
  }

  /// Photos before a position, by when they were taken, newest first.
  List<IndexEntry> timeline(Viewer viewer, PhotoQuery query, Cursor.Pair before, int rows) {
    String match = search.match(query.words());
    if (!query.words().isEmpty() && match.isEmpty()) {
      return List.of();
    }
    PhotoSource source =
        query.words().isEmpty() ? source(query) : matching(query, PhotoSource.of(search, match));
    return page(viewer, source.byTaken(before.second()), before.first(), rows);
  }

  private static PhotoSource source(PhotoQuery query) {
    String tag = query.tag();
    return within(query, tag.isEmpty() ? PhotoSource.all() : PhotoSource.tagged(tag));
  }

  private static PhotoSource matching(PhotoQuery query, PhotoSource found) {
    return within(query, query.tag().isEmpty() ? found : found.alsoTagged(query.tag()));
  }

  private static PhotoSource within(PhotoQuery query, PhotoSource all) {
    PhotoSource source = query.topic().isEmpty() ? all : all.underTopic(query.topic());
    return switch (query.scope()) {
      case ALL -> source;
      case ALBUM -> PhotoSource.inAlbum(query.album());
      case EVERYTHING -> PhotoSource.everything().ofPerson(query.owner());
      case PROFILE -> source.ofPerson(query.owner());
      case HOME -> source.ofFriends();
    };
  }

  private List<IndexEntry> page(Viewer viewer, PhotoSource source, long before, int rows) {
    return sql.sql(source.select())
        .params(Visibility.parameters(viewer))
        .params(source.parameters())
        .param("before", before)
        .param("rows", rows)
        .query(IndexEntry::read)
        .list();
  }
}
