package lumina.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads friendships, for features that ask about many people or photos at once.
@Repository
@Transactional(readOnly = true)
public class Friends {
  /// A SQL query: the friends of `:viewer`.
  public static final String OF_VIEWER =
      "SELECT friend_id FROM friendships WHERE user_id = :viewer";

  private final JdbcClient sql;

  Friends(JdbcClient sql) {
    this.sql = sql;
  }

  /// A SQL condition: the person in a column is a friend of `:viewer`.
  public static String ofViewer(String person) {
    return are(":viewer", person);
  }

  /// A SQL condition: the people in two columns are friends.
  static String are(String one, String other) {
    return "EXISTS (SELECT 1 FROM friendships f WHERE f.user_id = %s AND f.friend_id = %s)"
        .formatted(one, other);
  }

  /// Those of these people who are friends of the viewer.
  public Set<Long> among(Viewer viewer, Collection<Long> people) {
    return switch (viewer) {
      case Viewer.Anonymous _, Viewer.AnyoneBut _, Viewer.Guest _ -> Set.of();
      case Viewer.FriendOf friend -> Set.of(friend.personId());
      case Viewer.Person person ->
          people.isEmpty()
              ? Set.of()
              : sql.sql(OF_VIEWER + " AND friend_id IN (:people)")
                  .param("viewer", person.userId())
                  .param("people", people)
                  .query((row, n) -> row.getLong(1))
                  .set();
    };
  }

  /// The friends of a person, in any order.
  public List<Long> of(long userId) {
    return sql.sql(OF_VIEWER).param("viewer", userId).query((row, n) -> row.getLong(1)).list();
  }
}
