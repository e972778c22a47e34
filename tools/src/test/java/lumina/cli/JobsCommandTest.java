package lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class JobsCommandTest {
  @TempDir Path data;

  @Test
  void an_operator_sees_what_has_failed_for_good_and_has_it_tried_again() throws Exception {
    CommandRun nothing = jobs("retry", "id-1");
    assertThat(nothing.said()).contains("There is no waiting or failed job id-1");
    assertThat(nothing.exitCode()).isEqualTo(1);
    addOneThatHasFailed();

    CommandRun list = jobs();
    assertThat(list.said())
        .containsPattern("id-1 +failed +work  some payload")
        .contains("failed 12 times: the disk is full", "1 jobs, 1 of them failed for good.");
    assertThat(list.exitCode()).isEqualTo(1);

    CommandRun retry = jobs("retry", "id-1");
    assertThat(retry.said()).contains("id-1 is retried");
    assertThat(retry.exitCode()).isZero();
    assertThat(isDue()).isTrue();
    CommandRun waiting = jobs();
    assertThat(waiting.said())
        .containsPattern("id-1 +\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z +work  some payload")
        .contains("1 jobs, 0 of them failed for good.");
    assertThat(waiting.exitCode()).isZero();
  }

  private CommandRun jobs(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "jobs";
    System.arraycopy(words, 0, all, 1, words.length);
    return CommandRun.of(Map.of("LUMINA_DATA", data.toString()), all);
  }

  private void addOneThatHasFailed() throws SQLException {
    try (Connection sql = database()) {
      var _ =
          sql.createStatement()
              .executeUpdate(
                  """
                  INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked,
                    consecutive_failures, version, error)
                  VALUES ('work', 'id-1', 'some payload', 253402214400000, 0, 12, 1,
                    'the disk is full')
                  """);
    }
  }

  private boolean isDue() throws SQLException {
    try (Connection sql = database();
        ResultSet found = sql.createStatement().executeQuery("SELECT execution_time FROM jobs")) {
      return found.next() && found.getLong(1) <= System.currentTimeMillis();
    }
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lumina.db"));
  }
}
