package lumina.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lumina.account.Token;
import lumina.account.User;
import lumina.stores.SqlDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource
class SessionStoreTest {
  private final SqlDatabase database;
  private final SessionStore sessions;
  private final User ann;

  SessionStoreTest(SqlDatabase database) {
    this.database = database;
    this.sessions = database.get(SessionStore.class);
    this.ann = database.person("ann");
  }

  @Test
  void a_session_is_found_by_its_token_until_it_ends() {
    String token = sessions.open(ann.id(), "phone 📱".repeat(50));
    Session session = sessions.find(token).orElseThrow();
    assertThat(session.username()).isEqualTo(ann.username());
    assertThat(session.device()).startsWith("phone 📱");
    assertThat(sessions.find(token + "é🌊")).isEmpty();
    sessions.end(session.tokenHash());
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void a_session_that_was_not_used_for_ninety_days_is_dead() {
    String token = sessions.open(ann.id(), "phone");
    Session session = sessions.find(token).orElseThrow();
    lastUsedLongAgo();
    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.list(ann.id())).isEmpty();
    sessions.touch(session);
    assertThat(sessions.find(token)).isPresent();
  }

  @Test
  void a_session_that_began_half_a_year_ago_is_dead_however_much_it_is_used() {
    String token = sessions.open(ann.id(), "phone");
    database
        .get(JdbcClient.class)
        .sql("UPDATE sessions SET created_at = created_at - :days WHERE user_id = :user")
        .param("days", Duration.ofDays(181).toMillis())
        .param("user", ann.id())
        .update();
    assertThat(sessions.find(token)).isEmpty();
    assertThat(sessions.living(List.of(Token.hash(token)))).isEmpty();
    assertThat(sessions.list(ann.id())).isEmpty();
  }

  @Test
  void opening_one_clears_away_the_dead() {
    var _ = sessions.open(ann.id(), "old");
    lastUsedLongAgo();
    var _ = sessions.open(ann.id(), "new");
    assertThat(
            database
                .get(JdbcClient.class)
                .sql("SELECT device FROM sessions WHERE user_id = :user")
                .param("user", ann.id())
                .query(String.class)
                .list())
        .containsExactly("new");
  }

  @Test
  void the_hundred_and_first_session_ends_the_one_that_was_used_least_lately() {
    String first = sessions.open(ann.id(), "first");
    String idle = sessions.open(ann.id(), "idle");
    for (int i = 0; i < 98; i++) {
      var _ = sessions.open(ann.id(), "phone");
    }
    assertThat(sessions.list(ann.id())).hasSize(100);
    database
        .get(JdbcClient.class)
        .sql(
            """
            UPDATE sessions
            SET last_used_at = last_used_at - CASE token_hash WHEN :idle THEN 2000 ELSE 1000 END
            WHERE user_id = :user
            """)
        .param("idle", Token.hash(idle))
        .param("user", ann.id())
        .update();
    String newest = sessions.open(ann.id(), "newest");
    assertThat(sessions.list(ann.id())).hasSize(100);
    assertThat(sessions.find(idle)).isEmpty();
    assertThat(List.of(first, newest)).allMatch(it -> sessions.find(it).isPresent());
  }

  @Test
  void all_but_one_can_be_ended() {
    String kept = sessions.open(ann.id(), "this");
    var _ = sessions.open(ann.id(), "that");
    var _ = sessions.open(ann.id(), "another");
    assertThat(sessions.list(ann.id())).hasSize(3);
    sessions.endOthers(ann.id(), sessions.find(kept).orElseThrow().tokenHash());
    assertThat(sessions.list(ann.id())).extracting(Session::device).containsExactly("this");
  }

  private void lastUsedLongAgo() {
    database
        .get(JdbcClient.class)
        .sql("UPDATE sessions SET last_used_at = 1 WHERE user_id = :user")
        .param("user", ann.id())
        .update();
  }
}
