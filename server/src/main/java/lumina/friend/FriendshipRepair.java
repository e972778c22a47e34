package lumina.friend;

import java.util.List;
import lumina.access.Blocks;
import lumina.storage.sql.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds friendships and requests that normal use cannot leave behind, such as half a friendship,
/// and mends them.
@Repository
@Transactional(readOnly = true)
public class FriendshipRepair {
  /// One side of a friendship.
  public record Side(long userId, long friendId, long since) {}

  /// Without friendships of lost people, which the check of the database itself names.
  private static final String SIDES =
      """
      SELECT f.user_id, f.friend_id, f.since FROM friendships f
      JOIN users a ON a.id = f.user_id JOIN users b ON b.id = f.friend_id
      WHERE\s""";

  private static final String WITH_ONESELF = "f.user_id = f.friend_id";

  private static final String IS_WHOLE =
      """
      EXISTS (SELECT 1 FROM friendships o
        WHERE o.user_id = f.friend_id AND o.friend_id = f.user_id)
      """;

  private static final String MAY_BE = Blocks.noneBetween("f.user_id", "f.friend_id");

  private static final String HALF = "NOT " + IS_WHOLE + " AND " + MAY_BE;

  /// Of a whole friendship, one side.
  private static final String DESPITE_BLOCK =
      "(f.user_id < f.friend_id OR NOT " + IS_WHOLE + ") AND NOT " + MAY_BE;

  private static final String NEEDLESS =
      """
      WHERE r.status = 'pending' AND %s AND EXISTS (
        SELECT 1 FROM friendships f
        WHERE (f.user_id = r.requester_id AND f.friend_id = r.receiver_id)
          OR (f.user_id = r.receiver_id AND f.friend_id = r.requester_id))
      """
          .formatted(Blocks.noneBetween("r.requester_id", "r.receiver_id"));

  private final JdbcClient sql;
  private final FriendStore friends;

  FriendshipRepair(JdbcClient sql, FriendStore friends) {
    this.sql = sql;
    this.friends = friends;
  }

  /// Friendships of people with themselves.
  public List<Side> withOneself() {
    return sides(WITH_ONESELF);
  }

  /// Friendships, whole or half, between two of whom one blocks the other; each once.
  public List<Side> despiteBlocks() {
    return sides(DESPITE_BLOCK);
  }

  /// The only sides of other friendships.
  public List<Side> halves() {
    return sides(HALF);
  }

  private List<Side> sides(String condition) {
    return sql.sql(SIDES + condition).query(Rows.of(Side.class)).list();
  }

  /// Pending requests between two who are friends.
  public List<FriendRequest> needlessRequests() {
    return sql.sql(FriendStore.SELECT + NEEDLESS).query(Rows.of(FriendRequest.class)).list();
  }

  /// People who block themselves.
  public List<Long> blockedByThemselves() {
    return sql.sql("SELECT user_id FROM blocks WHERE user_id = blocked_id")
        .query((row, n) -> row.getLong(1))
        .list();
  }

  @Transactional
  public void unblock(long person) {
    sql.sql("DELETE FROM blocks WHERE user_id = :person AND blocked_id = :person")
        .param("person", person)
        .update();
  }

  @Transactional
  public void end(Side side) {
    friends.end(side.userId(), side.friendId());
  }

  @Transactional
  public void complete(Side side) {
    friends.add(side.friendId(), side.userId(), side.since());
  }

  @Transactional
  public void forget(FriendRequest request) {
    friends.forgetRequest(request);
  }
}
