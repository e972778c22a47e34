package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.command.Command;
import lumina.command.Offline;
import lumina.stores.CloudStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Friendships that no request and no answer leaves behind are named and mended.
class FriendshipCheckTest {
  private static final String DESPITE_BLOCK =
      "Person %d is a friend of person %d although one blocks the other. --repair mends it.";

  @TempDir private Path data;

  @Test
  void friendships_follow_from_their_sides_and_from_blocks() {
    areMended(Map.of("LUMINA_DATA", data.toString()));
  }

  @Test
  @Tag("cloud")
  void in_the_cloud_too() {
    Map<String, String> settings = new HashMap<>(CloudStores.environment());
    settings.putAll(Map.of("STORAGE_BACKEND", "dynamodb", "LUMINA_DATA", data.toString()));
    areMended(settings);
  }

  private static void areMended(Map<String, String> settings) {
    List<Long> ids;
    try (Served server = Served.on(settings)) {
      List<Person> people = List.of(person(server), person(server), person(server), person(server));
      people.subList(1, 4).forEach(it -> it.befriend(people.getFirst()));
      ids = people.stream().map(Person::id).toList();
    }
    long ann = ids.get(0);
    long bob = ids.get(1);
    long cid = ids.get(2);
    long dan = ids.get(3);
    try (var lumina = new Offline(() -> CommandRun.application(settings)).open(Map.of())) {
      JdbcClient sql = lumina.getBean(JdbcClient.class);
      String pending = "UPDATE friend_requests SET status = 'pending' WHERE requester_id = ?";
      var _ = sql.sql(pending).param(bob).update();
      var _ =
          sql.sql("INSERT INTO blocks VALUES (?, ?, 1), (?, ?, 1)")
              .params(ann, cid, dan, ann)
              .update();
      var _ = sql.sql("DELETE FROM friendships WHERE user_id = ?").param(cid).update();
      var _ = sql.sql("INSERT INTO friendships VALUES (?, ?, 1)").params(dan, dan).update();
      Command check = lumina.getBean("check", Command.class);

      assertThat(said(1, check))
          .contains(
              "Person %d and person %d are friends, but a request between them is still pending."
                  .formatted(bob, ann),
              DESPITE_BLOCK.formatted(ann, cid),
              DESPITE_BLOCK.formatted(ann, dan),
              "Person %1$d is a friend of person %1$d, which is the same person.".formatted(dan))
          .endsWith("4 differences, 0 repaired.\n");
      assertThat(said(0, check, "--repair")).endsWith("4 differences, 4 repaired.\n");
      assertThat(said(0, check)).endsWith("All is well.\n");
      assertThat(numbers(sql, "SELECT user_id FROM friendships ORDER BY user_id"))
          .containsExactly(ann, bob);
      assertThat(numbers(sql, "SELECT id FROM friend_requests WHERE status = 'pending'")).isEmpty();
    }
  }

  private static List<Long> numbers(JdbcClient sql, String query) {
    return sql.sql(query).query(Long.class).list();
  }

  private static Person person(Served server) {
    return server.stranger().signUp();
  }

  private static String said(int code, Command check, String... options) {
    CommandRun run = CommandRun.of(() -> check.run(List.of(options)));
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }
}
