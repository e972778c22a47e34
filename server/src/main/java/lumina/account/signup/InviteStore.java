package lumina.account.signup;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lumina.account.PersonalData;
import lumina.account.Token;
import lumina.http.list.Cursor;
import lumina.http.list.Page;
import lumina.id.Id;
import lumina.storage.sql.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Stores invitations, in SQL on every backend.
@Repository
@Transactional(readOnly = true)
class InviteStore implements PersonalData {
  private static final int TOKEN_BYTES = 16;
  private static final int BATCH_SIZE = 200;
  private static final String USABLE =
      "(uses = 0 OR used < uses) AND (expires_at = 0 OR expires_at > :now)";

  private final JdbcClient sql;
  private final Clock clock;

  InviteStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Transactional
  Invite add(long userId, long uses, long expiresAt) {
    String token = Token.fresh(TOKEN_BYTES);
    sql.sql(
            """
            INSERT INTO invites (user_id, token, uses, created_at, expires_at)
            VALUES (:user, :token, :uses, :now, :expires)
            """)
        .param("user", userId)
        .param("token", token)
        .param("uses", uses)
        .param("now", clock.millis())
        .param("expires", expiresAt)
        .update();
    return sql.sql("SELECT * FROM invites WHERE token = :token")
        .param("token", token)
        .query(Rows.of(Invite.class))
        .single();
  }

  /// An invitation that is neither used up nor expired.
  Optional<Invite> findUsable(String token) {
    if (!Id.isPossible(token)) {
      return Optional.empty();
    }
    return sql.sql("SELECT * FROM invites WHERE token = :token AND " + USABLE)
        .param("token", token)
        .param("now", clock.millis())
        .query(Rows.of(Invite.class))
        .optional();
  }

  /// Counts one use, if one is left, and returns the inviter.
  ///
  /// @param token of [#findUsable]
  @Transactional
  Optional<Long> use(String token) {
    int taken =
        sql.sql("UPDATE invites SET used = used + 1 WHERE token = :token AND " + USABLE)
            .param("token", token)
            .param("now", clock.millis())
            .update();
    return taken == 0
        ? Optional.empty()
        : sql.sql("SELECT user_id FROM invites WHERE token = :token")
            .param("token", token)
            .query(Long.class)
            .optional();
  }

  /// The number of this person's invitations that are neither used up nor expired.
  long countUsable(long userId) {
    return sql.sql("SELECT count(*) FROM invites WHERE user_id = :user AND " + USABLE)
        .param("user", userId)
        .param("now", clock.millis())
        .query(Long.class)
        .single();
  }

  /// A person's invitations, newest first, including used and expired ones.
  Page<Invite> list(long userId, int limit, @Nullable String after) {
    Cursor cursor = new Cursor("invites " + userId);
    List<Invite> read = before(userId, cursor.read(after, Long.MAX_VALUE), limit + 1);
    return Page.of(read, limit, invite -> cursor.at(invite.id()));
  }

  private List<Invite> before(long userId, long id, int rows) {
    return sql.sql(
            """
            SELECT * FROM invites WHERE user_id = :user AND id < :before
            ORDER BY id DESC LIMIT :rows
            """)
        .param("user", userId)
        .param("before", id)
        .param("rows", rows)
        .query(Rows.of(Invite.class))
        .list();
  }

  /// Returns false if this person has no such invitation.
  @Transactional
  boolean remove(long userId, long id) {
    return sql.sql("DELETE FROM invites WHERE user_id = :user AND id = :id")
            .param("user", userId)
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public String name() {
    return "invites";
  }

  @Override
  public void each(long userId, Consumer<Object> taker) {
    Page.<Invite>each(
        Long.MAX_VALUE, before -> before(userId, before, BATCH_SIZE), Invite::id, taker::accept);
  }

  @Override
  @Transactional
  public void forget(long userId) {
    sql.sql("DELETE FROM invites WHERE user_id = :user").param("user", userId).update();
  }
}
