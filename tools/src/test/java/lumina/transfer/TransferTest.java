package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.process.LuminaProcess;
import lumina.storage.StartRefused;
import lumina.stores.MariaDb;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cloud")
class TransferTest {
  @TempDir private Path home;
  @TempDir private Path away;
  @TempDir private Path newHome;
  private final Moves moves = new Moves();

  @Test
  void all_that_people_have_comes_along_to_the_cloud_and_back_again() throws Exception {
    Life life;
    try (Served server = Served.on(Moves.local(home))) {
      life = Life.on(server);
    }
    OldFolder.execute(home, "UPDATE photo_items SET likes = likes + 7");
    Map<String, String> seen;
    try (Served server = Served.on(Moves.local(home))) {
      seen = life.seen(server);
    }

    CommandRun dry = CommandRun.of(Moves.local(home), "move", "--to", "dynamodb", "--dry-run");
    assertThat(dry.exitCode()).as(dry.said()).isZero();
    assertThat(dry.said())
        .containsPattern("photos +6  [0-9a-f]{16}")
        .contains("Nothing was changed");

    CommandRun there = moves.move("dynamodb", home);
    assertThat(there.exitCode()).as(there.said()).isZero();
    try (Served server = Served.on(moves.inCloud(away))) {
      assertThat(life.seen(server)).isEqualTo(seen);
    }
    CommandRun back = moves.move("local", newHome);
    assertThat(back.exitCode()).as(back.said()).isZero();
    assertThat(Moves.manifest(back)).isEqualTo(Moves.manifest(there)).hasSize(Moves.KINDS);
    try (Served server = Served.on(Moves.local(newHome))) {
      assertThat(life.seen(server)).isEqualTo(seen);
      assertThatItGoesOn(life, server);
    }
  }

  private static void assertThatItGoesOn(Life life, Served server) {
    String id = Life.send(server.again(life.ann()), server.again(life.bob()), "New", "five");
    assertThat(Life.send(server.again(life.ann()), life.bob(), "Again", "one")).isNotEqualTo(id);
    assertThat(server.again(life.bob()).get("/api/messages?user_id=" + life.ann().id()).all("text"))
        .endsWith("", "New")
        .hasSize(6);
  }

  @Test
  void a_move_that_is_killed_goes_on_where_the_source_is_now() throws Exception {
    Life life;
    try (Served server = Served.on(Moves.local(home))) {
      life = Life.on(server);
    }
    List<String> passing = new ArrayList<>();
    for (String last : List.of("messages", "image files")) {
      LuminaProcess killed = moves.begin("dynamodb", home);
      killed.until(line -> line.equals("copied: " + last)).kill();
      assertThat(killed.said()).contains("copied: " + last).doesNotContain("Everything is in");
      assertThatThrownBy(() -> Served.on(moves.inCloud(away)))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("is not finished: run bin/lumina move again");
      try (Served server = Served.on(Moves.local(home))) {
        change(life, server);
        passing.forEach(
            photo -> server.again(life.dan()).delete("/api/photos/" + photo).expect(200));
        passing.add(server.again(life.dan()).uploadPhoto());
      }
    }
    CommandRun finished = moves.move("dynamodb", home);
    assertThat(finished.exitCode()).as(finished.said()).isZero();
    assertThat(unsettled()).containsExactly(passing.getFirst());
    try (Served _ = Served.on(moves.inCloud(away))) {
      await("what has been swept").until(() -> unsettled().isEmpty());
    }
    CommandRun again = moves.move("dynamodb", home);
    assertThat(again.exitCode()).as(again.said()).isZero();
    assertThat(again.said()).contains("Everything was copied already.").doesNotContain("copied:");
    assertThat(Moves.manifest(again)).isEqualTo(Moves.manifest(finished)).hasSize(Moves.KINDS);
  }

  /// Photos that the first attempt copied and whose files are to be swept.
  private List<String> unsettled() {
    return MariaDb.shared()
        .sql(String.valueOf(moves.inCloud(away).get("DB_NAME")))
        .sql("SELECT photo_id FROM unsettled_photos")
        .query((row, n) -> row.getString(1))
        .list();
  }

  /// Adds, changes and deletes something of each kind.
  private static void change(Life life, Served server) {
    Life here =
        new Life(
            server.again(life.ann()),
            server.again(life.bob()),
            server.again(life.cleo()),
            server.again(life.dan()),
            life.photos());
    String comment = here.say(here.bob(), "Later");
    String photo = "/api/photos/" + here.photos().getFirst();
    here.ann().delete(photo + "/comments/" + comment).expect(204);
    here.say(here.bob(), "Last");
    here.bob().post(photo + "/like").expect(200);
    here.ann().patch(photo, Map.of("caption", "Changed " + comment)).expect(200);
    here.ann().delete("/api/photos/" + here.cleo().uploadPhoto()).expect(403);
    here.dan().delete("/api/photos/" + here.dan().uploadPhoto()).expect(200);
    Life.send(here.bob(), here.ann(), "More", comment);
    server.stranger().signUp().uploadPhoto("audience", "private");
  }

  @Test
  void stores_that_are_not_empty_are_refused_in_one_sentence() throws Exception {
    try (Served server = Served.on(moves.inCloud(away))) {
      var _ = server.stranger().signUp();
    }
    CommandRun refused = moves.move("dynamodb", home);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.said())
        .contains("There are people or photos in dynamodb")
        .endsWith("already: a move needs empty stores.\n")
        .doesNotContain("\tat ");
  }
}
