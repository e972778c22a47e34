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
    String match = search.match(query.words());
    return !query.words().isEmpty() && match.isEmpty()
        ? List.of()
        : page(viewer, source(query, match), before, rows);
  }

  /// Photos before a position, by when they were taken, newest first.
  List<IndexEntry> timeline(Viewer viewer, PhotoQuery query, Cursor.Pair before, int rows) {
    String match = search.match(query.words());
    return !query.words().isEmpty() && match.isEmpty()
        ? List.of()
        : page(viewer, source(query, match).byTaken(before.second()), before.first(), rows);
  }

  private PhotoSource source(PhotoQuery query, String match) {
    PhotoSource source = found(query, match);
    if (!query.topic().isEmpty()) {
      source = source.underTopic(query.topic());
    }
    return switch (query.scope()) {
      case ALL -> source;
      case ALBUM -> PhotoSource.inAlbum(query.album());
      case EVERYTHING -> PhotoSource.everything().ofPerson(query.owner());
      case PROFILE -> source.ofPerson(query.owner());
      case HOME -> source.ofFriends();
    };
  }

  private PhotoSource found(PhotoQuery query, String match) {
    boolean tagged = !query.tag().isEmpty();
    if (query.words().isEmpty()) {
      return tagged ? PhotoSource.tagged(query.tag()) : PhotoSource.all();
    }
    PhotoSource matching = PhotoSource.matching(search, match);
    return tagged ? matching.alsoTagged(query.tag()) : matching;
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
