package lumina.friend;

import static java.util.Objects.requireNonNullElse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.account.User;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads which friends of a person are also friends of others, with one statement for many others.
/// Lists of friends are not shown to others: a person learns of the friends of others only those
/// whom they have as friends themselves.
@Repository
@Transactional(readOnly = true)
class CommonFriends {
  private static final int MAX_NAMED = 3;

  /// @param pictureUrl null without a picture
  record CommonFriend(long id, String username, @Nullable String pictureUrl) {
    private static CommonFriend read(ResultSet row) throws SQLException {
      long id = row.getLong("friend_id");
      return new CommonFriend(
          id, row.getString("username"), User.pictureUrl(id, row.getString("picture")));
    }
  }

  /// @param count the number of common friends
  /// @param some the first few of them
  record Shared(long count, List<CommonFriend> some) {
    static final Shared NONE = new Shared(0, List.of());
  }

  private final JdbcClient sql;

  CommonFriends(JdbcClient sql) {
    this.sql = sql;
  }

  /// The friends whom each of these people has in common with a person.
  Found with(long person, Collection<Long> others) {
    Map<Long, Shared> found = new HashMap<>();
    if (!others.isEmpty()) {
      sql.sql(
              """
              SELECT c.user_id, c.friend_id, c.number, u.username, u.picture
              FROM (SELECT theirs.user_id, theirs.friend_id,
                  COUNT(*) OVER (PARTITION BY theirs.user_id) AS number,
                  ROW_NUMBER() OVER (PARTITION BY theirs.user_id ORDER BY theirs.friend_id) AS place
                FROM friendships theirs
                JOIN friendships mine
                  ON mine.user_id = :person AND mine.friend_id = theirs.friend_id
                WHERE theirs.user_id IN (:others)) c
              JOIN users u ON u.id = c.friend_id
              WHERE c.place <= :most ORDER BY c.user_id, c.friend_id
              """)
          .param("person", person)
          .param("others", others)
          .param("most", MAX_NAMED)
          .query(
              row -> {
                long count = row.getLong("number");
                found
                    .computeIfAbsent(
                        row.getLong("user_id"), it -> new Shared(count, new ArrayList<>()))
                    .some()
                    .add(CommonFriend.read(row));
              });
    }
    return new Found(found);
  }

  /// Common friends by the person with whom they are shared.
  record Found(Map<Long, Shared> byPerson) {
    Shared of(long other) {
      return requireNonNullElse(byPerson.get(other), Shared.NONE);
    }
  }
}
