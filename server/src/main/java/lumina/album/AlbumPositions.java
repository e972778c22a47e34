package lumina.album;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lumina.access.Visibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores which photos are in an album, and in which order. Callers lock the album first.
///
/// Positions ascend with gaps between them, so that a photo can be moved without the others. If a
/// gap is too narrow, everything behind it moves further back.
@Repository
@Transactional
class AlbumPositions {
  private static final long GAP = 1L << 40;

  /// Two positions between which photos are placed; null before the first and after the last.
  private record Between(@Nullable Long lower, @Nullable Long upper) {
    boolean holds(int photos) {
      return lower == null || upper == null || upper - lower > photos;
    }

    /// The position of one of some photos.
    ///
    /// @param n its number, from 1
    long position(int n, int photos) {
      if (lower == null) {
        return upper == null ? n * GAP : upper - (photos + 1 - n) * GAP;
      }
      return upper == null
          ? lower + n * GAP
          : lower + Math.max(1, (upper - lower) / (photos + 1)) * n;
    }
  }

  private final JdbcClient sql;
  private final AlbumStore albums;
  private final Clock clock;

  AlbumPositions(JdbcClient sql, AlbumStore albums, Clock clock) {
    this.sql = sql;
    this.albums = albums;
    this.clock = clock;
  }

  /// Returns the owners of those of these photos that are in an album, by photo.
  @Transactional(readOnly = true)
  Map<String, Long> owners(String albumId, Collection<String> photoIds) {
    Map<String, Long> owners = new HashMap<>();
    sql.sql(
            """
            SELECT photo_id, user_id FROM album_photos
            WHERE album_id = :album AND photo_id IN (:photos)
            """)
        .param("album", albumId)
        .param("photos", photoIds)
        .query(
            row -> {
              owners.put(row.getString("photo_id"), row.getLong("user_id"));
            });
    return owners;
  }

  /// Returns the ids of the albums that contain a photo.
  @Transactional(readOnly = true)
  List<String> albums(String photoId) {
    return sql.sql(
            "SELECT l.album_id FROM album_photos l JOIN photos p ON p.photo_id = l.photo_id"
                + " WHERE l.photo_id = :photo AND "
                + Visibility.NOT_IN_TRASH)
        .param("photo", photoId)
        .query((row, number) -> row.getString("album_id"))
        .list();
  }

  @Transactional(readOnly = true)
  long count(String albumId) {
    return sql.sql("SELECT count(*) FROM album_photos WHERE album_id = :album")
        .param("album", albumId)
        .query(Long.class)
        .single();
  }

  /// Places photos before a position, or behind all others, in this order. Those that the album
  /// does not contain are added.
  ///
  /// @param before the position; null for the end
  /// @return the number of photos that could not be added, because they are not of this person or
  ///   not there any more
  int place(String albumId, long person, List<String> photoIds, @Nullable Long before) {
    // Added at the same time, so that their positions order them.
    return place(albumId, person, photoIds, before, clock.millis());
  }

  /// Places photos like [#place].
  ///
  /// @param addedAt for those that are added, in milliseconds since 1970
  int place(
      String albumId, long person, List<String> photoIds, @Nullable Long before, long addedAt) {
    Between gap = gap(albumId, photoIds, before);
    if (!gap.holds(photoIds.size())) {
      gap = widened(albumId, gap, photoIds.size());
    }
    int missing = 0;
    for (int n = 1; n <= photoIds.size(); n++) {
      String photo = photoIds.get(n - 1);
      long position = gap.position(n, photoIds.size());
      if (!move(albumId, photo, position) && !add(albumId, person, photo, position, addedAt)) {
        missing++;
      }
    }
    return missing;
  }

  private Between gap(String albumId, List<String> photoIds, @Nullable Long before) {
    String others = "album_id = :album AND photo_id NOT IN (:photos)";
    Long upper =
        before == null
            ? null
            : limit("min", others + " AND position >= :at", albumId, photoIds, before);
    Long lower =
        limit(
            "max",
            others + " AND position < :at",
            albumId,
            photoIds,
            before == null ? Long.MAX_VALUE : before);
    return new Between(lower, upper);
  }

  private @Nullable Long limit(
      String which, String condition, String albumId, List<String> photoIds, long at) {
    return sql.sql("SELECT %s(position) FROM album_photos WHERE %s".formatted(which, condition))
        .param("album", albumId)
        .param("photos", photoIds)
        .param("at", at)
        .query(
            (row, n) -> Optional.ofNullable(row.getObject(1)).map(it -> ((Number) it).longValue()))
        .single()
        .orElse(null);
  }

  private Between widened(String albumId, Between narrow, int photos) {
    long room = (photos + 1) * GAP;
    sql.sql(
            """
            UPDATE album_photos SET position = position + :room
            WHERE album_id = :album AND position >= :upper
            """)
        .param("room", room)
        .param("album", albumId)
        .param("upper", narrow.upper())
        .update();
    albums.renumbered(albumId);
    return new Between(narrow.lower(), Objects.requireNonNull(narrow.upper()) + room);
  }

  private boolean move(String albumId, String photoId, long position) {
    return sql.sql(
                """
                UPDATE album_photos SET position = :position
                WHERE album_id = :album AND photo_id = :photo
                """)
            .param("position", position)
            .param("album", albumId)
            .param("photo", photoId)
            .update()
        > 0;
  }

  private boolean add(String albumId, long person, String photoId, long position, long addedAt) {
    return sql.sql(
                """
                INSERT INTO album_photos (album_id, photo_id, user_id, position, added_at)
                SELECT :album, p.photo_id, p.user_id, :position, :added_at FROM photos p
                WHERE p.photo_id = :photo AND p.user_id = :person AND p.trashed_at = 0
                """)
            .param("album", albumId)
            .param("photo", photoId)
            .param("person", person)
            .param("position", position)
            .param("added_at", addedAt)
            .update()
        > 0;
  }

  void remove(String albumId, Collection<String> photoIds) {
    sql.sql("DELETE FROM album_photos WHERE album_id = :album AND photo_id IN (:photos)")
        .param("album", albumId)
        .param("photos", photoIds)
        .update();
  }

  /// Takes all photos of a person out of an album.
  void removeOf(String albumId, long person) {
    sql.sql("DELETE FROM album_photos WHERE album_id = :album AND user_id = :person")
        .param("album", albumId)
        .param("person", person)
        .update();
  }
}
