package lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lumina.Person;
import lumina.cli.CommandProcess;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Pattern ADDRESS = Pattern.compile("Lumina is at (http://localhost:\\d+)");

  @TempDir private Path data;
  @TempDir private Path elsewhere;
  @TempDir private Path restored;

  private static LuminaProcess command(Path data, String... words) {
    return CommandProcess.start(Map.of("LUMINA_DATA", data.toString(), "PORT", "0"), words);
  }

  private static String run(Path data, int code, String... words) {
    LuminaProcess command = command(data, words);
    assertThat(command.exitCode()).as(command.said()).isEqualTo(code);
    return command.said();
  }

  private static LuminaProcess serve(Path data) {
    return command(data).until(line -> line.contains("Lumina is at"));
  }

  private static Person stranger(LuminaProcess server) {
    Matcher address = ADDRESS.matcher(server.said());
    assertThat(address.find()).as(server.said()).isTrue();
    return Person.stranger(address.group(1));
  }

  @Test
  void a_backup_of_a_busy_server_is_restored_as_it_was_at_one_moment() throws Exception {
    String backup = elsewhere.resolve("backup").toString();
    LuminaProcess server = serve(data);
    Person ann = stranger(server).signUp();
    String first = ann.uploadPhoto("caption", "before");
    AtomicBoolean busy = new AtomicBoolean(true);
    try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> uploads = others.submit(() -> live(ann, busy));
      String made = run(data, 0, "backup", backup);
      assertThat(made).contains("All were checked.");
      assertThat(run(data, 0, "backup", backup)).containsPattern("\\(\\d+ copied\\)");
      busy.set(false);
      uploads.get();
    }
    String last = ann.uploadPhoto("caption", "after");
    server.stop();

    run(restored, 0, "restore", backup);
    assertThat(run(restored, 1, "restore", backup)).contains("a restore needs an empty folder");
    LuminaProcess again = serve(restored);
    Person here = new Person(stranger(again).server(), ann.name(), ann.id(), ann.cookie());
    List<String> photos =
        here.get("/api/photos?scope=profile&limit=200").expect(200).all("photo_id");
    assertThat(photos).contains(first).doesNotContain(last);
    for (String photo : photos) {
      here.get("/api/photos/" + photo + "/image/full").expect(200);
    }
    again.stop();
    assertThat(run(restored, 0, "backup", backup)).contains("(1 copied)");
  }

  private static Callable<Boolean> never() {
    return () -> true;
  }

  private static boolean live(Person person, AtomicBoolean busy) {
    while (busy.get()) {
      String photo = person.uploadPhoto();
      person.put("/api/photos/" + photo + "/like").expect(200);
      person.delete("/api/photos/" + person.uploadPhoto() + "?forever=true");
    }
    return true;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
