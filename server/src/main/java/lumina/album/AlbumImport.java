package lumina.album;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import lumina.access.AlbumAudience;
import lumina.access.Viewer.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills albums with imported photos. Nobody is told, and Home shows no story of it.
@Component
@Transactional
public class AlbumImport {
  /// @param number of the album among those with this title and description, from 1, the oldest
  ///   first; 0 if the title alone says which one it is
  public record Titled(String title, String description, int number) {
    boolean names(Album album) {
      return title.equals(album.title())
          && (number == 0 || description.equals(album.description()));
    }
  }

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

  /// Puts these photos behind those that are there already, into the private album that is named
  /// so; makes it if there is none, and those before it. An album that others see stays as it is.
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
    SortedSet<String> same = new TreeSet<>(same(owner, titled));
    AlbumStore.Draft draft =
        new AlbumStore.Draft(
            titled.title(), titled.description(), AlbumAudience.PRIVATE, Contribution.OWNER);
    int number = Math.max(1, titled.number());
    while (same.size() < number) {
      same.add(editing.make(owner, draft).albumId());
    }
    return List.copyOf(same).get(number - 1);
  }

  /// Not every database tells upper case from lower case here.
  private List<String> same(Person owner, Titled titled) {
    return sql
        .sql(
            """
            SELECT * FROM albums
            WHERE user_id = :owner AND title = :title AND audience = :audience
            """)
        .param("owner", owner.userId())
        .param("title", titled.title())
        .param("audience", AlbumAudience.PRIVATE.word())
        .query(Album::read)
        .list()
        .stream()
        .filter(titled::names)
        .map(Album::albumId)
        .toList();
  }
}
