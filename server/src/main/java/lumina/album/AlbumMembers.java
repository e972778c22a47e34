package lumina.album;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /// Ends the membership of a person in all albums of another one.
  void removeFromAll(long owner, long person) {
    sql.sql(
            """
            DELETE FROM album_members WHERE user_id = :person
              AND album_id IN (SELECT album_id FROM albums WHERE user_id = :owner)
            """)
        .param("person", person)
        .param("owner", owner)
        .update();
  }
}
