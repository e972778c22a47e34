package lumina.friend;

import java.time.Clock;
import java.util.List;
import lumina.access.Blocks;
import lumina.access.Friends;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds people whom somebody may know, because they have friends in common, and stores whom that
/// person does not want to see there.
@Repository
@Transactional(readOnly = true)
class SuggestionStore {
  record Suggested(long id, String username, String name, @Nullable String picture) {}

  /// @param id of the person who is not suggested any more
  /// @param since milliseconds since 1970
  record HiddenSuggestion(long id, String username, long since) {}

  /// Somebody with thousands of friends gets suggestions from the newest of them.
  private static final int MAX_FRIENDS = 500;

  private static final int MAX_PAIRS = 250_000;

  /// An answered request counts as well: who was declined is not suggested again.
  private static final String NOT_ASKED =
      """
      NOT EXISTS (SELECT 1 FROM friend_requests r WHERE r.requester_id = %s AND r.receiver_id = %s)\
      """;

  private final JdbcClient sql;
  private final Clock clock;

  SuggestionStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// People with friends in common, those with the most first.
  List<Suggested> list(long person, int most) {
    return sql.sql(
            """
            SELECT u.id, u.username, u.name, u.picture
            FROM (SELECT pair.friend_id AS id, COUNT(*) AS number
              FROM (SELECT theirs.friend_id
                FROM (SELECT friend_id FROM friendships WHERE user_id = :viewer
                  ORDER BY since DESC, friend_id LIMIT :friends) mine
                JOIN friendships theirs ON theirs.user_id = mine.friend_id LIMIT :pairs) pair
              GROUP BY pair.friend_id) c
            JOIN users u ON u.id = c.id
            WHERE c.id <> :viewer AND NOT %s AND %s AND %s AND %s
              AND NOT EXISTS (SELECT 1 FROM hidden_suggestions h
                WHERE h.user_id = :viewer AND h.hidden_id = c.id)
            ORDER BY c.number DESC, u.id LIMIT :most
            """
                .formatted(
                    Friends.ofViewer("c.id"),
                    Blocks.noneBetweenViewerAnd("c.id"),
                    NOT_ASKED.formatted(":viewer", "c.id"),
                    NOT_ASKED.formatted("c.id", ":viewer")))
        .param("viewer", person)
        .param("friends", MAX_FRIENDS)
        .param("pairs", MAX_PAIRS)
        .param("most", most)
        .query(Rows.of(Suggested.class))
        .list();
  }

  /// Does not suggest a person any more.
  @Transactional
  void hide(long person, long other) {
    try {
      sql.sql("INSERT INTO hidden_suggestions VALUES (:person, :other, :now)")
          .param("person", person)
          .param("other", other)
          .param("now", clock.millis())
          .update();
    } catch (DuplicateKeyException hiddenAlready) {
      // The first time stays.
    }
  }

  List<HiddenSuggestion> hidden(long person) {
    return sql.sql(
            """
            SELECT u.id, u.username, h.since
            FROM hidden_suggestions h JOIN users u ON u.id = h.hidden_id
            WHERE h.user_id = :person ORDER BY h.hidden_id
            """)
        .param("person", person)
        .query(Rows.of(HiddenSuggestion.class))
        .list();
  }
}
