package lumina.access;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds the people to whom albums and messages show a photo, whatever its audience: those whom
/// [Visibility#OPEN] adds to [Visibility#BY_AUDIENCE], blocks left aside.
@Repository
@Transactional(readOnly = true)
public class ShownTo {
  private static final String ALBUMS =
      """
      FROM album_photos l JOIN photos p ON p.photo_id = l.photo_id AND p.photo_id = :photo
        JOIN albums a ON a.album_id = l.album_id AND %s
      """
          .formatted(AlbumVisibility.SHOWN);

  private static final String PEOPLE =
      String.join(
          " UNION ",
          "SELECT r.user_id FROM photo_readers r JOIN photos p ON p.photo_id = r.photo_id"
              + " WHERE r.photo_id = :photo AND "
              + Visibility.NOT_IN_TRASH,
          "SELECT a.user_id " + ALBUMS,
          "SELECT m.user_id "
              + ALBUMS
              + " JOIN album_members m ON m.album_id = a.album_id AND a.audience = 'members'",
          "SELECT f.friend_id "
              + ALBUMS
              + " JOIN friendships f ON f.user_id = a.user_id AND a.audience = 'friends'");

  private final JdbcClient sql;

  ShownTo(JdbcClient sql) {
    this.sql = sql;
  }

  /// Whether a public album shows it.
  public boolean all(String photoId) {
    return sql.sql("SELECT count(*) " + ALBUMS + " WHERE a.audience = 'public'")
            .param("photo", photoId)
            .query(Long.class)
            .single()
        > 0;
  }

  /// The people to whom messages and albums for some people show it, and the owners of these
  /// albums; nobody while it is in the trash.
  public Set<Long> people(String photoId) {
    return sql.sql(PEOPLE).param("photo", photoId).query((row, n) -> row.getLong(1)).set();
  }
}
