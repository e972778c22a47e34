package lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lumina.Lumina;
import lumina.process.LuminaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Commands commands =
      new Commands(new PrintStream(out, true), new PrintStream(err, true), Lumina::application);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fly",
        "adopt now",
        "move",
        "move --to",
        "move --to mars",
        "move dynamodb",
        "move --to local --fast",
        "password",
        "password ann extra",
        "password --help",
        "jobs retry",
        "jobs forget 1",
        "rederive --since-version",
        "rederive --since-version new",
        "rederive all",
        "backup",
        "backup --verify",
        "backup --help",
        "backup /a /b",
        "backup /a --fast",
        "backup --verify /a",
        "restore",
        "restore --help",
        "restore /a /b",
        "check all",
        "check --mend",
        "check --repair now",
        "database-user ann",
        "import",
        "import /a",
        "import --user",
        "import --user ann",
        "import --user ann --audience",
        "import --user ann --audience everyone /a",
        "import --user ann --fast /a",
        "import --user ann /a --report"
      })
  void words_that_make_no_sense_are_answered_with_the_usage_and_2(String words) {
    assertThat(commands.run(words.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("lumina move --to dynamodb|local");
  }

  @Test
  void help_is_no_error() {
    assertThat(commands.run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("lumina adopt [--dry-run]");
  }

  @Test
  void options_alone_serve() {
    assertThat(Commands.named()).isFalse();
    assertThat(Commands.named("--lumina.demo-photos=x")).isFalse();
  }

  @Test
  void a_command_is_refused_in_one_sentence_while_a_server_runs_on_the_folder(@TempDir Path data) {
    Map<String, String> settings = Map.of("LUMINA_DATA", data.toString(), "PORT", "0");
    LuminaProcess server = CommandProcess.start(settings).untilReady();
    LuminaProcess move = CommandProcess.start(settings, "move", "--to", "dynamodb");
    assertThat(move.exitCode()).isEqualTo(1);
    assertThat(move.said().lines())
        .isEqualTo(
            List.of(
                "Another Lumina is running on %s: stop it, or set LUMINA_DATA to another folder."
                    .formatted(data)));
    server.stop();
  }

  @Test
  void a_setting_may_be_a_file_so_that_no_secret_is_in_the_environment(@TempDir Path folder)
      throws Exception {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("STORAGE_BACKEND"), "dynamodb\n");
    LuminaProcess command =
        CommandProcess.start(
            Map.of("LUMINA_DATA", folder.toString(), "SECRETS_FOLDER", secrets.toString()),
            "rederive");
    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.said()).contains("AWS_REGION is not set");
  }
}
