package lumina.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import lumina.cli.CommandRun;
import lumina.id.SortKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldFolderTest {
  private static final String CONVERSATION =
      "%1$s.smaller_id = min(c.user_id, c.other_id) AND %1$s.larger_id = max(c.user_id, c.other_id)";

  @TempDir private Path folder;

  @Test
  void what_people_saw_keeps_its_order_and_what_they_read_stays_read() throws Exception {
    OldFolder.make(folder, Crowd.STATEMENTS);
    List<String> seen = seen("sequence");
    List<String> marks = marks("sequence");
    migrate();
    assertThat(seen("sort_key")).isEqualTo(seen).hasSizeGreaterThan(2_600);
    assertThat(marks("sort_key")).isEqualTo(marks).hasSize(100);
    assertThat(rows("SELECT sort_key, created_at, comment_id FROM comments"))
        .allSatisfy(OldFolderTest::followsFromTimeAndId);
    assertThat(rows("SELECT sort_key, timestamp, message_id FROM messages"))
        .allSatisfy(OldFolderTest::followsFromTimeAndId);
    assertThat(
            rows(
                "SELECT photo_id FROM photo_likes GROUP BY photo_id, sort_key HAVING count(*) > 1"))
        .isEmpty();
  }

  private void migrate() {
    CommandRun start =
        CommandRun.of(
            Map.of("LUMINA_DATA", folder.toString()), "move", "--to", "dynamodb", "--dry-run");
    assertThat(start.exitCode()).as(start.said()).isZero();
  }

  private List<String> seen(String order) throws SQLException {
    List<String> seen = new ArrayList<>();
    seen.addAll(rows("SELECT photo_id, comment_id FROM comments ORDER BY 1, " + order));
    seen.addAll(rows("SELECT photo_id, user_id FROM photo_likes ORDER BY 1, " + order));
    seen.addAll(
        rows("SELECT smaller_id, larger_id, message_id FROM messages ORDER BY 1, 2, " + order));
    seen.addAll(
        rows("SELECT user_id, actor_id, kind FROM notifications ORDER BY user_id, " + order));
    return seen;
  }

  private List<String> marks(String order) throws SQLException {
    return rows(
        """
              SELECT c.user_id, c.other_id, l.message_id, c.unread, r.message_id FROM conversations c
              JOIN messages l ON %2$s AND l.%1$s = c.last_%1$s
              LEFT JOIN messages r ON %3$s AND r.%1$s = c.read_%1$s ORDER BY 1, 2
              """
            .formatted(order, CONVERSATION.formatted("l"), CONVERSATION.formatted("r")));
  }

  private static void followsFromTimeAndId(String row) {
    String[] columns = row.split(" ", 3);
    assertThat(Long.parseLong(columns[0]))
        .isEqualTo(SortKey.of(Long.parseLong(columns[1]), columns[2]));
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(OldFolder.address(folder));
        Statement statement = database.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
