package lumina.album;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.AlbumVisibility;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores the members of albums.
@Repository
@Transactional
class AlbumMembers {
  private record Member(String albumId, long userId) {}

  private final JdbcClient sql;
  private final Clock clock;

  AlbumMembers(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Returns the members of these albums, in the order in which they joined, by album.
  @Transactional(readOnly = true)
  Map<String, List<Long>> of(Collection<String> albumIds) {
    if (albumIds.isEmpty()) {
      return Map.of();
    }
    return sql
        .sql(
            """
            SELECT n.album_id, n.user_id FROM album_members n
            JOIN albums a ON a.album_id = n.album_id
            WHERE n.album_id IN (:albums) AND %s ORDER BY n.joined_at, n.user_id
            """
                .formatted(AlbumVisibility.hasMember("n.user_id")))
        .param("albums", albumIds)
        .query((row, n) -> new Member(row.getString("album_id"), row.getLong("user_id")))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Member::albumId, Collectors.mapping(Member::userId, Collectors.toList())));
  }

  /// Returns the owner and the members of an album.
  @Transactional(readOnly = true)
  Set<Long> people(Album album) {
    Set<Long> people =
        new HashSet<>(of(Set.of(album.albumId())).getOrDefault(album.albumId(), List.of()));
    people.add(album.userId());
    return people;
  }

  @Transactional(readOnly = true)
  boolean has(String albumId, long person) {
    return sql.sql(
                "SELECT count(*) FROM albums a WHERE a.album_id = :album AND "
                    + AlbumVisibility.hasMember(":person"))
            .param("album", albumId)
            .param("person", person)
            .query(Long.class)
            .single()
        > 0;
  }

  @Transactional(readOnly = true)
  long count(String albumId) {
    return sql.sql("SELECT count(*) FROM album_members WHERE album_id = :album")
        .param("album", albumId)
        .query(Long.class)
        .single();
  }

  /// @return false if the person is a member already
  boolean add(String albumId, long person) {
    try {
      sql.sql("INSERT INTO album_members VALUES (:album, :person, :now)")
          .param("album", albumId)
          .param("person", person)
          .param("now", clock.millis())
          .update();
      return true;
    } catch (DuplicateKeyException alreadyThere) {
      return false;
    }
  }

  /// @return false if the person is no member
  boolean remove(String albumId, long person) {
    return sql.sql("DELETE FROM album_members WHERE album_id = :album AND user_id = :person")
            .param("album", albumId)
            .param("person", person)
            .update()
        > 0;
  }

  /// Returns the ids of the albums of one person that another is a member of.
  @Transactional(readOnly = true)
  List<String> between(long owner, long person) {
    return sql.sql(
            """
            SELECT n.album_id FROM album_members n JOIN albums a ON a.album_id = n.album_id
            WHERE n.user_id = :person AND a.user_id = :owner
            """)
        .param("person", person)
        .param("owner", owner)
        .query((row, number) -> row.getString("album_id"))
        .list();
  }
}
