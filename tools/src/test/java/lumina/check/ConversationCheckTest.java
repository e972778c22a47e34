package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConversationCheckTest {
  @TempDir private Path data;

  @Test
  void a_conversation_with_a_lost_person_is_named_once_and_needs_a_backup() {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString());
    long ann;
    long bob;
    long cid;
    try (Served server = Served.on(settings)) {
      Person first = server.stranger().signUp();
      Person lost = server.stranger().signUp();
      Person other = server.stranger().signUp();
      for (Person friend : List.of(first, other)) {
        lost.befriend(friend);
        lost.post("/api/messages", Map.of("to_user_id", friend.id(), "text", "hello")).expect(201);
      }
      ann = first.id();
      bob = lost.id();
      cid = other.id();
    }
    JdbcClient sql = DatabaseSnapshot.open(data.resolve("lumina.db"));
    var _ = sql.sql("DELETE FROM users WHERE id = ?").param(bob).update();
    var _ = sql.sql("DELETE FROM conversations WHERE user_id = ?").param(ann).update();
    String wrong = "UPDATE conversations SET last_sort_key = 0 WHERE other_id = ?";
    var _ = sql.sql(wrong).param(ann).update();
    var _ = sql.sql("UPDATE conversations SET unread = 7 WHERE user_id = ?").param(cid).update();

    CommandRun run = CommandRun.of(settings, "check", "--repair");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.said())
        .contains(
            "Rows of conversations have the user_id %d, which no row of users has".formatted(bob))
        .doesNotContain("of the conversation with", "see the conversation with")
        .contains("Person %d has 7 unread messages of person %d".formatted(cid, bob))
        .contains("not repaired: what it refers to is missing")
        .contains(" 0 repaired.");
  }

  @Test
  void what_somebody_without_an_account_wrote_is_named() {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString());
    long lost;
    try (Served server = Served.on(settings)) {
      Person ann = server.stranger().signUp();
      Person bob = server.stranger().signUp();
      String photo = ann.uploadPhoto("audience", "public");
      bob.post("/api/photos/" + photo + "/comments", Map.of("text", "hello")).expect(201);
      bob.put("/api/photos/" + photo + "/like").expect(200);
      lost = bob.id();
    }
    JdbcClient sql = DatabaseSnapshot.open(data.resolve("lumina.db"));
    for (String table : List.of("notifications", "users")) {
      String person = table.equals("users") ? "id" : "actor_id";
      var _ = sql.sql("DELETE FROM %s WHERE %s = ?".formatted(table, person)).param(lost).update();
    }

    CommandRun run = CommandRun.of(settings, "check", "--repair");

    assertThat(run.exitCode()).isEqualTo(1);
    for (String table : List.of("comments", "photo_likes")) {
      assertThat(run.said())
          .contains(
              "Rows of %1$s have the user_id %2$d, which no row of users has"
                  .formatted(table, lost))
          .contains("DELETE FROM %s WHERE user_id = %d".formatted(table, lost));
    }
  }
}
