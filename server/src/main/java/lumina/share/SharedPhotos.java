package lumina.share;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lumina.access.LinkVisibility;
import lumina.access.Viewer;
import lumina.access.Visibility;
import lumina.album.Album;
import lumina.album.AlbumPhotos;
import lumina.album.AlbumStore;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.photo.IndexEntry;
import lumina.photo.Photo;
import lumina.photo.PhotoStore;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads which photos links show, in their order: those that the owner chose, or those of an album.
@Component
class SharedPhotos {
  /// A photo and its place in the order of the link.
  private record Place(long position, String photoId) {}

  /// @param cover the photo that stands for the link; the first or that of the album, null without
  ///   any
  record Summary(String shareId, long count, @Nullable String cover) {}

  /// The chosen photos `p` in places `i` that a link shows.
  private static String chosen(String link) {
    return """
    FROM share_photos i JOIN photos p ON p.photo_id = i.photo_id
    WHERE i.share_id = %s AND %s AND %s
    """
        .formatted(link, LinkVisibility.showsChosen(link), IndexEntry.IS_KNOWN);
  }

  private final JdbcClient sql;
  private final PhotoStore photos;
  private final AlbumStore albums;
  private final AlbumPhotos inAlbums;

  SharedPhotos(JdbcClient sql, PhotoStore photos, AlbumStore albums, AlbumPhotos inAlbums) {
    this.sql = sql;
    this.photos = photos;
    this.albums = albums;
    this.inAlbums = inAlbums;
  }

  /// The album that a link shows; empty if it shows chosen photos.
  Optional<Album> album(Share share) {
    Viewer owner = new Viewer.Person(share.userId(), "");
    return Optional.ofNullable(share.albumId()).flatMap(id -> albums.find(owner, id));
  }

  Page<Photo> page(Share share, Viewer.Guest viewer, int limit, @Nullable String after) {
    Optional<Album> album = album(share);
    if (album.isPresent()) {
      Page<IndexEntry> page = inAlbums.page(reader(viewer), album.get(), limit, after);
      return new Page<>(photos.read(viewer, page.items()), page.next());
    }
    Cursor cursor = new Cursor("share " + share.shareId());
    Page<Place> page =
        Page.of(
            places(viewer, cursor.read(after, 0), limit + 1),
            limit,
            place -> cursor.at(place.position()));
    return new Page<>(read(viewer, page.items()), page.next());
  }

  /// The cursor of an album holds its reader, and a guest gets an id between two pages.
  private static Viewer.Guest reader(Viewer.Guest viewer) {
    return Viewer.isGuest(viewer.userId()) ? new Viewer.Guest(viewer.shareId(), 0, "") : viewer;
  }

  private List<Photo> read(Viewer.Guest viewer, List<Place> places) {
    List<String> ids = places.stream().map(Place::photoId).toList();
    Map<String, Photo> seen = photos.among(viewer, ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(seen.get(id))).toList();
  }

  /// The ids of all photos that the link shows.
  List<String> ids(Share share, Viewer.Guest viewer) {
    return album(share)
        .map(album -> inAlbums.ids(viewer, album))
        .orElseGet(
            () -> places(viewer, 0, Integer.MAX_VALUE).stream().map(Place::photoId).toList());
  }

  private List<Place> places(Viewer.Guest viewer, long after, int rows) {
    return sql.sql(
            "SELECT i.position, i.photo_id %s AND i.position > :after ORDER BY i.position LIMIT :rows"
                .formatted(chosen(":share")))
        .params(Visibility.parameters(viewer))
        .param("after", after)
        .param("rows", rows)
        .query(Rows.of(Place.class))
        .list();
  }

  Summary summary(Share share, Viewer viewer) {
    return Objects.requireNonNull(summaries(viewer, List.of(share)).get(share.shareId()));
  }

  /// What these links show to a viewer who may open them, by the ids of the links.
  Map<String, Summary> summaries(Viewer viewer, Collection<Share> shares) {
    Map<String, Summary> all = new HashMap<>();
    shares.forEach(it -> all.put(it.shareId(), new Summary(it.shareId(), 0, null)));
    ofChosen(viewer, all.keySet()).forEach(it -> all.put(it.shareId(), it));
    all.putAll(ofAlbums(viewer, shares));
    return all;
  }

  private List<Summary> ofChosen(Viewer viewer, Collection<String> shareIds) {
    return shareIds.isEmpty()
        ? List.of()
        : sql.sql(
                """
                SELECT o.share_id, (SELECT count(*) %1$s) AS count,
                  (SELECT i.photo_id %1$s ORDER BY i.position LIMIT 1) AS cover
                FROM shares o WHERE o.share_id IN (:shares) AND o.album_id IS NULL
                """
                    .formatted(chosen("o.share_id")))
            .param("viewer", viewer.userId())
            .param("shares", shareIds)
            .query(Rows.of(Summary.class))
            .list();
  }

  private Map<String, Summary> ofAlbums(Viewer viewer, Collection<Share> shares) {
    List<String> ids = shares.stream().flatMap(it -> Stream.ofNullable(it.albumId())).toList();
    Map<String, AlbumPhotos.Summary> found = inAlbums.summaries(viewer, ids);
    Map<String, Summary> summaries = new HashMap<>();
    for (Share share : shares) {
      AlbumPhotos.Summary album = share.albumId() == null ? null : found.get(share.albumId());
      if (album != null) {
        String cover = album.cover() == null ? null : album.cover().photoId();
        summaries.put(share.shareId(), new Summary(share.shareId(), album.photos(), cover));
      }
    }
    return summaries;
  }
}
