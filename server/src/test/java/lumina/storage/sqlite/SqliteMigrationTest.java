package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import lumina.Lumina;
import lumina.blob.BlobStore;
import lumina.command.Offline;
import lumina.storage.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationTest {
  @TempDir private Path data;

  private void open(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("lumina.data", data.toString());
    try (var lumina = new Offline(Lumina::application).open(settings)) {
      var _ = lumina.getBean(BlobStore.class);
    }
  }

  private void refused(Map<String, String> settings, String sentence) {
    assertThatThrownBy(() -> open(settings))
        .rootCause()
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(sentence);
  }

  @BeforeEach
  void create() {
    open(Map.of());
  }

  private void run(String sql) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lumina.db"));
        Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void newer(String description) throws SQLException {
    run(
        """
        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
          installed_by, execution_time, success)
        VALUES (999, '999', '%s', 'SQL', 'V999__later.sql', 'x', 1, 1)
        """
            .formatted(description));
  }

  @Test
  void an_older_lumina_goes_on_where_a_newer_one_has_only_added() throws Exception {
    newer("later");
    open(Map.of());
  }

  @Test
  void a_database_that_a_newer_lumina_has_changed_for_itself_is_left_alone() throws Exception {
    newer("breaking later");
    refused(Map.of(), "newer Lumina (version 999)");
  }

  @Test
  void tables_of_an_older_lumina_on_a_disk_that_takes_nothing_say_that_it_must_be_mended()
      throws Exception {
    open(Map.of("storage.read-only", "true"));
    run("DELETE FROM flyway_schema_history WHERE CAST(version AS INTEGER) > 50");
    refused(Map.of("storage.read-only", "true"), "mend the disk");
  }

  @Test
  void a_step_that_fails_is_named_in_a_sentence() throws Exception {
    run("DELETE FROM flyway_schema_history WHERE installed_rank > 1");
    refused(Map.of(), "The migration of the database");
  }
}
