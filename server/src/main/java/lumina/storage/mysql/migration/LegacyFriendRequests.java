package lumina.storage.mysql.migration;

import java.util.List;
import lumina.storage.CloudBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Version 3: leaves at most one friend request in each direction between two people, and none that
/// contradicts the other direction. The old application guaranteed neither.
@Component
@CloudBackend
public class LegacyFriendRequests extends RepeatableMigration {
  private static final String PAIR = "friend_requests_by_pair";

  /// The order matters: each statement can be repeated, and works on the result of those before it.
  private static final List<String> MENDING =
      List.of(
          """
          DELETE FROM friend_requests
          WHERE requester_id IS NULL OR receiver_id IS NULL OR requester_id = receiver_id
            OR requester_id NOT IN (SELECT id FROM users)
            OR receiver_id NOT IN (SELECT id FROM users)
          """,
          """
          UPDATE friend_requests SET status = 'pending'
          WHERE status IS NULL OR status NOT IN ('pending', 'accepted', 'declined')
          """,
          // Of several requests in one direction keeps an accepted one, or else the newest.
          """
          DELETE FROM friend_requests WHERE id IN (
            SELECT id FROM (
              SELECT id, row_number() OVER (
                PARTITION BY requester_id, receiver_id
                ORDER BY CASE WHEN status = 'accepted' THEN 0 ELSE 1 END, created_at DESC, id DESC
              ) AS place FROM friend_requests) ranked
            WHERE place > 1)
          """,
          // Two people who asked each other become friends by the earlier request …
          """
          UPDATE friend_requests mine JOIN friend_requests theirs
            ON theirs.requester_id = mine.receiver_id AND theirs.receiver_id = mine.requester_id
          SET mine.status = 'accepted'
          WHERE mine.status = 'pending' AND theirs.status = 'pending'
            AND (mine.created_at < theirs.created_at
              OR (mine.created_at = theirs.created_at AND mine.id < theirs.id))
          """,
          // … and an accepted request replaces the one in the other direction.
          """
          DELETE other FROM friend_requests other JOIN friend_requests accepted
            ON accepted.requester_id = other.receiver_id
            AND accepted.receiver_id = other.requester_id
          WHERE accepted.status = 'accepted' AND (other.status = 'pending'
            OR (other.status = 'accepted' AND (accepted.created_at < other.created_at
              OR (accepted.created_at = other.created_at AND accepted.id < other.id))))
          """);

  public LegacyFriendRequests() {
    super("3", "friend requests");
  }

  @Override
  public void migrate(JdbcClient sql) {
    LegacyTable requests = new LegacyTable(sql, "friend_requests");
    requests.takeAnyDate();
    requests.dropForeignKeys();
    requests.countMilliseconds();
    requests.makeUniform();
    if (!requests.hasIndex(PAIR)) {
      MENDING.forEach(step -> sql.sql(step).update());
      requests.alter(
          """
          MODIFY requester_id INT NOT NULL,
          MODIFY receiver_id INT NOT NULL,
          MODIFY status ENUM ('pending', 'accepted', 'declined') NOT NULL DEFAULT 'pending',
          ADD UNIQUE KEY friend_requests_by_pair (requester_id, receiver_id),
          ADD KEY friend_requests_by_receiver (receiver_id, status),
          ADD KEY friend_requests_by_requester (requester_id, status)
          """);
    }
    requests.alter(
        """
        ADD CONSTRAINT friend_requests_requester
          FOREIGN KEY (requester_id) REFERENCES users (id) ON DELETE CASCADE,
        ADD CONSTRAINT friend_requests_receiver
          FOREIGN KEY (receiver_id) REFERENCES users (id) ON DELETE CASCADE
        """);
    requests.takeProperDates();
  }
}
