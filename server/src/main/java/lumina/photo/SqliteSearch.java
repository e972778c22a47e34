package lumina.photo;

import java.util.stream.Collectors;
import lumina.backend.LocalBackend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Search by FTS5.
@Repository
@LocalBackend
class SqliteSearch implements PhotoSearch {
  private final JdbcClient sql;

  SqliteSearch(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String source() {
    return "photo_search s CROSS JOIN photos p ON p.position = s.rowid";
  }

  @Override
  public String position() {
    return "s.rowid";
  }

  @Override
  public String condition() {
    return "s.photo_search MATCH :match";
  }

  @Override
  public String match(String typed) {
    return SearchWords.in(typed).stream()
        .map(word -> '"' + word + "\"*")
        .collect(Collectors.joining(" "));
  }

  @Override
  public void write(long position, Words words, String username) {
    sql.sql(
            """
            INSERT OR REPLACE INTO photo_search (rowid, caption, topic, tags, username)
            VALUES (:position, :caption, :topic, :tags, :username)
            """)
        .param("position", position)
        .param("caption", words.caption())
        .param("topic", words.topic())
        .param("tags", String.join(",", words.tags()))
        .param("username", username)
        .update();
  }

  @Override
  public void remove(long position) {
    sql.sql("DELETE FROM photo_search WHERE rowid = :position")
        .param("position", position)
        .update();
  }
}
