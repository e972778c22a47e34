package lumina.friend;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lumina.access.Blocks;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores requests, one row for each direction, and friendships, one row for each side.
@Repository
@Transactional(readOnly = true)
public class FriendStore {
  record Friend(long id, String username, String name, @Nullable String picture, long since) {}

  static final String SELECT =
      """
      SELECT r.id, r.requester_id, a.username AS requester_username, a.picture AS requester_picture,
        r.receiver_id, b.username AS receiver_username, b.picture AS receiver_picture, UPPER(r.status) AS status, r.created_at
      FROM friend_requests r
      JOIN users a ON a.id = r.requester_id JOIN users b ON b.id = r.receiver_id
      """;

  /// Requests from people whom the receiver blocks stay pending and hidden.
  private static final String SHOWN =
      "r.receiver_id = :receiver AND r.status = 'pending' AND "
          + Blocks.none("r.receiver_id", "r.requester_id");

  private final JdbcClient sql;
  private final Clock clock;

  FriendStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Requests that follow a sort key, newest first.
  List<FriendRequest> pendingFor(long receiver, LatestFirst after, int rows) {
    return pending(SHOWN, "receiver", receiver, after, rows);
  }

  /// Requests that follow a sort key, newest first.
  List<FriendRequest> pendingOf(long requester, LatestFirst after, int rows) {
    return pending("r.requester_id = :requester", "requester", requester, after, rows);
  }

  private List<FriendRequest> pending(
      String whose, String side, long user, LatestFirst after, int rows) {
    return sql.sql(
            SELECT
                + """
                WHERE r.status = 'pending'
                  AND (r.created_at < :at OR (r.created_at = :at AND r.id < :id)) AND %s
                ORDER BY r.created_at DESC, r.id DESC LIMIT :rows
                """
                    .formatted(whose))
        .param(side, user)
        .param("at", after.at())
        .param("id", after.id())
        .param("rows", rows)
        .query(Rows.of(FriendRequest.class))
        .list();
  }

  /// Those of these requests that are pending and visible to the receiver, by id.
  public Map<Long, FriendRequest> pendingAmong(long receiver, Collection<Long> ids) {
    return sql
        .sql(SELECT + "WHERE r.id IN (:ids) AND " + SHOWN)
        .param("ids", ids)
        .param("receiver", receiver)
        .query(Rows.of(FriendRequest.class))
        .list()
        .stream()
        .collect(Collectors.toMap(FriendRequest::id, request -> request));
  }

  Optional<FriendRequest> find(long id) {
    return sql.sql(SELECT + "WHERE r.id = :id")
        .param("id", id)
        .query(Rows.of(FriendRequest.class))
        .optional();
  }

  public Optional<FriendRequest> between(long requester, long receiver) {
    return sql.sql(SELECT + "WHERE r.requester_id = :requester AND r.receiver_id = :receiver")
        .param("requester", requester)
        .param("receiver", receiver)
        .query(Rows.of(FriendRequest.class))
        .optional();
  }

  /// Friends whose usernames follow this one, by username.
  List<Friend> friends(long user, String after, int rows) {
    return sql.sql(
            """
            SELECT u.id, u.username, u.name, u.picture, f.since
            FROM friendships f JOIN users u ON u.id = f.friend_id
            WHERE f.user_id = :user AND u.username > :after ORDER BY u.username LIMIT :rows
            """)
        .param("user", user)
        .param("after", after)
        .param("rows", rows)
        .query(Rows.of(Friend.class))
        .list();
  }

  public boolean areFriends(long one, long other) {
    return sql.sql("SELECT count(*) FROM friendships WHERE user_id = :one AND friend_id = :other")
            .param("one", one)
            .param("other", other)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Those of these people who are friends of a person.
  public Set<Long> friendsAmong(long user, Collection<Long> others) {
    return others.isEmpty()
        ? Set.of()
        : Set.copyOf(
            sql.sql(
                    """
                    SELECT friend_id FROM friendships
                    WHERE user_id = :user AND friend_id IN (:others)
                    """)
                .param("user", user)
                .param("others", others)
                .query((row, n) -> row.getLong(1))
                .list());
  }

  /// Creates a request, or renews an answered request of the same person.
  @Transactional
  void ask(long requester, long receiver) {
    String again =
        """
        UPDATE friend_requests SET status = 'pending', created_at = :now
        WHERE requester_id = :requester AND receiver_id = :receiver
        """;
    String anew =
        """
        INSERT INTO friend_requests (requester_id, receiver_id, status, created_at)
        VALUES (:requester, :receiver, 'pending', :now)
        """;
    if (ask(again, requester, receiver) == 0) {
      ask(anew, requester, receiver);
    }
  }

  private int ask(String statement, long requester, long receiver) {
    return sql.sql(statement)
        .param("requester", requester)
        .param("receiver", receiver)
        .param("now", clock.millis())
        .update();
  }

  @Transactional
  void answer(FriendRequest request, boolean accept) {
    sql.sql("UPDATE friend_requests SET status = :status WHERE id = :id")
        .param("status", accept ? "accepted" : "declined")
        .param("id", request.id())
        .update();
    if (accept) {
      long now = clock.millis();
      add(request.requesterId(), request.receiverId(), now);
      add(request.receiverId(), request.requesterId(), now);
    }
  }

  /// Adds a side of a friendship, unless it is there already.
  @Transactional
  void add(long user, long friend, long since) {
    if (!areFriends(user, friend)) {
      sql.sql("INSERT INTO friendships VALUES (:user, :friend, :since)")
          .param("user", user)
          .param("friend", friend)
          .param("since", since)
          .update();
    }
  }

  @Transactional
  void forgetRequest(FriendRequest request) {
    sql.sql("DELETE FROM friend_requests WHERE id = :id").param("id", request.id()).update();
  }

  /// Ends a friendship for both sides, and deletes the requests that led to it.
  @Transactional
  boolean end(long one, long other) {
    sql.sql(
            """
            DELETE FROM friend_requests WHERE status = 'accepted'
              AND ((requester_id = :one AND receiver_id = :other)
                OR (requester_id = :other AND receiver_id = :one))
            """)
        .param("one", one)
        .param("other", other)
        .update();
    return sql.sql(
                """
                DELETE FROM friendships
                WHERE (user_id = :one AND friend_id = :other)
                  OR (user_id = :other AND friend_id = :one)
                """)
            .param("one", one)
            .param("other", other)
            .update()
        > 0;
  }
}
