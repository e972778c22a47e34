package lumina.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lumina.Form;
import lumina.Person;
import lumina.cli.CommandRun;
import lumina.cli.Served;
import lumina.media.Clips;
import lumina.storage.sqlite.DatabaseSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class VideoCheckTest {
  private static final String OFF =
      "not repaired: the video cannot be encoded while TRANSCODE is off";

  @TempDir private Path data;

  /// Of a video, and of a picture whose moving part is a file of its own.
  @Test
  void a_lost_encoded_file_is_not_given_up_while_nothing_is_encoded() {
    try (Served server = Served.on(settings("off"))) {
      Person ann = server.stranger().signUp();
      ann.upload(new Form().file("clip.avi", Clips.mpeg4("avi"))).expect(201);
      ann.uploadPhoto("topic", "Sea");
    }
    JdbcClient sql = DatabaseSnapshot.open(data.resolve("lumina.db"));
    var _ = sql.sql("UPDATE photos SET playback = 'ready', duration_ms = 1000").update();

    assertThat(repair("off", 1)).containsPattern("(?s)" + OFF + ".*" + OFF);
    assertThat(playbacks(sql)).containsOnly("ready");

    assertThat(repair("on", 0)).endsWith("2 differences, 2 repaired.\n");
    assertThat(playbacks(sql)).containsOnly("processing");
  }

  private static List<String> playbacks(JdbcClient sql) {
    return sql.sql("SELECT playback FROM photos").query(String.class).list();
  }

  private String repair(String transcode, int code) {
    CommandRun run = CommandRun.of(settings(transcode), "check", "--repair");
    assertThat(run.exitCode()).as(run.said()).isEqualTo(code);
    return run.said();
  }

  private Map<String, String> settings(String transcode) {
    return Map.of("LUMINA_DATA", data.toString(), "TRANSCODE", transcode);
  }
}
