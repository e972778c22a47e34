package lumina.friend;

import java.time.Clock;
import java.util.List;
import lumina.storage.sql.Rows;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores blocks.
@Repository
@Transactional(readOnly = true)
public class BlockStore {
  record BlockedPerson(long id, String username, long since) {}

  private final JdbcClient sql;
  private final Clock clock;

  BlockStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  public boolean blocks(long user, long other) {
    return sql.sql("SELECT count(*) FROM blocks WHERE user_id = :user AND blocked_id = :other")
            .param("user", user)
            .param("other", other)
            .query(Long.class)
            .single()
        > 0;
  }

  /// Blocks that follow a sort key, latest first.
  List<BlockedPerson> list(long user, LatestFirst after, int rows) {
    return sql.sql(
            """
            SELECT u.id, u.username, b.since FROM blocks b JOIN users u ON u.id = b.blocked_id
            WHERE b.user_id = :user AND (b.since < :at OR (b.since = :at AND u.id < :id))
            ORDER BY b.since DESC, u.id DESC LIMIT :rows
            """)
        .param("user", user)
        .param("at", after.at())
        .param("id", after.id())
        .param("rows", rows)
        .query(Rows.of(BlockedPerson.class))
        .list();
  }

  @Transactional
  void add(long user, long other) {
    try {
      sql.sql("INSERT INTO blocks VALUES (:user, :other, :now)")
          .param("user", user)
          .param("other", other)
          .param("now", clock.millis())
          .update();
    } catch (DuplicateKeyException blockedAlready) {
      // The first block keeps its time.
    }
  }

  @Transactional
  void remove(long user, long other) {
    sql.sql("DELETE FROM blocks WHERE user_id = :user AND blocked_id = :other")
        .param("user", user)
        .param("other", other)
        .update();
  }
}
