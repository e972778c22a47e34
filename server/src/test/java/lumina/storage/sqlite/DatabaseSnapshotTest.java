package lumina.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseSnapshotTest {
  @TempDir private Path folder;

  @Test
  void rows_that_lead_nowhere_are_named_by_where_they_lead() {
    JdbcClient sql = DatabaseSnapshot.open(folder.resolve("some.db"));
    for (String statement :
        """
        CREATE TABLE albums (album_id TEXT PRIMARY KEY);
        CREATE TABLE photos (photo_id TEXT PRIMARY KEY);
        CREATE TABLE album_photos (
          album_id TEXT REFERENCES albums (album_id),
          photo_id TEXT REFERENCES photos (photo_id),
          PRIMARY KEY (album_id, photo_id)
        ) WITHOUT ROWID;
        INSERT INTO albums VALUES ('sea');
        INSERT INTO photos VALUES ('one');
        INSERT INTO album_photos VALUES ('sea', 'one'), ('sea', 'two'), ('sky', 'two')
        """
            .split(";", -1)) {
      var _ = sql.sql(statement).update();
    }
    assertThat(DatabaseSnapshot.damage(sql))
        .containsExactlyInAnyOrder(
            "Rows of album_photos have the photo_id two, which no row of photos has",
            "Rows of album_photos have the album_id sky, which no row of albums has");
  }
}
