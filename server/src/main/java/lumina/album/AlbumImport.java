package lumina.album;

import java.util.List;
import java.util.Map;
import lumina.access.AlbumAudience;
import lumina.access.Viewer.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills albums with imported photos. Nobody is told, and Home shows no story of it.
@Component
@Transactional
public class AlbumImport {
  /// @param number tells albums of a person with the same title apart, from 0
  public record Titled(String title, String description, int number) {}

  /// When photos were added that no story tells of.
  private static final long LONG_AGO = 0;

  private static final int MAX_AT_ONCE = 500;

  private final JdbcClient sql;
  private final AlbumEditing editing;
  private final AlbumPositions positions;

  AlbumImport(JdbcClient sql, AlbumEditing editing, AlbumPositions positions) {
    this.sql = sql;
    this.editing = editing;
    this.positions = positions;
  }

  /// Puts these photos behind those that are there already, into the private album with this title;
  /// makes one if there is none. An album that others see stays as it is.
  ///
  /// @throws Problem.Conflict if this person has too many albums, or the album is full
  public void fill(Person owner, Titled titled, List<String> photoIds) {
    String albumId = find(owner, titled);
    for (int from = 0; from < photoIds.size(); from += MAX_AT_ONCE) {
      List<String> some = photoIds.subList(from, Math.min(from + MAX_AT_ONCE, photoIds.size()));
      Map<String, Long> there = positions.owners(albumId, some);
      List<String> added = some.stream().filter(id -> !there.containsKey(id)).distinct().toList();
      if (positions.count(albumId) + added.size() > AlbumContents.MAX_PHOTOS) {
        throw AlbumContents.full();
      }
      if (!added.isEmpty()) {
        positions.place(albumId, owner.userId(), added, null, LONG_AGO);
      }
    }
  }

  private String find(Person owner, Titled titled) {
    List<String> same =
        sql.sql(
                """
                SELECT album_id FROM albums
                WHERE user_id = :owner AND title = :title AND audience = :audience
                ORDER BY album_id
                """)
            .param("owner", owner.userId())
            .param("title", titled.title())
            .param("audience", AlbumAudience.PRIVATE.word())
            .query((row, n) -> row.getString(1))
            .list();
    if (same.size() > titled.number()) {
      return same.get(titled.number());
    }
    AlbumStore.Draft draft =
        new AlbumStore.Draft(
            titled.title(), titled.description(), AlbumAudience.PRIVATE, Contribution.OWNER);
    return editing.make(owner, draft).albumId();
  }
}
